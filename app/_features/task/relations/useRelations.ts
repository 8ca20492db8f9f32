'use client'

import { replaceEqualDeep } from '@tanstack/react-query'
import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { parseLink } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import type { TaskRelations } from '@/domain/views/relations'
import { affectsRelations } from './affectsRelations'

/**
 * Returns a task's relations. Fetches them again when an event of the project may have changed
 * them, after a reconnect, and when the page becomes visible, because events of other projects do
 * not arrive here. Before the first response, returns what the task itself contains.
 */
export function useRelations(task: Task): { relations: TaskRelations; refresh: () => void } {
  const { projectId } = useProjectStore()
  const { key } = useProject()
  const query = trpc.relations.get.useQuery(
    { projectId, taskId: task.id },
    {
      refetchOnWindowFocus: 'always',
      // Responses may overtake each other. The one with the newer position wins.
      structuralSharing: (known, fetched) =>
        isNewer(known, fetched) ? known : replaceEqualDeep(known, fetched),
    },
  )
  const relations = query.data ?? relationsFromTask(task)
  const taskKey = `${key}-${task.number}`
  const { refetch } = useLiveQuery(query, {
    affects: (event) => affectsRelations(event, { id: task.id, key: taskKey, relations }),
  })
  return { relations, refresh: refetch }
}

// react-query passes these values without types.
function isNewer(known: unknown, fetched: unknown): boolean {
  return seqOf(known) > seqOf(fetched)
}

const seqOf = (answer: unknown): number =>
  typeof answer === 'object' && answer && 'seq' in answer ? Number(answer.seq) : 0

/** Returns the relations that a task's own links contain. */
function relationsFromTask({ links }: Task): TaskRelations {
  const ownLinks = links.map(parseLink).map(({ kind, target }) => ({
    kind,
    key: target,
    task: null,
    storedOn: { thisTask: true, otherTask: false },
  }))
  const progress = { done: 0, total: 0, donePoints: 0, totalPoints: 0 }
  return { seq: 0, parent: null, children: [], progress, links: ownLinks.filter(isLink) }
}

const isLink = ({ kind }: { kind: string }) => kind !== 'parent'
