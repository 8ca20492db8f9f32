'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConnection, useOnEvents, useProject } from '@/app/_replica/react/projectHooks'
import type { StoredEvent } from '@/domain/events'
import { parseLink } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'
import type { TaskRelations } from '@/domain/views/relations'

const REFETCH_DELAY_MS = 100

/**
 * Returns the relations of a task. Refetches them after an event that may change them, after a
 * reconnect and when the page becomes visible again, because events of other projects do not arrive
 * here. Until the first response, returns the task's own links.
 */
export function useRelations(task: Task): { relations: TaskRelations; refresh: () => void } {
  const store = useProjectStore()
  const { key } = useProject()
  const { status } = useConnection()
  const [fetched, setFetched] = useState<{ id: string; relations: TaskRelations } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const relations = fetched?.id === task.id ? fetched.relations : relationsFromTask(task)

  const refetch = useCallback(async () => {
    timer.current = null
    const query = { projectId: store.projectId, taskId: task.id }
    const fresh = await apiClient.relations.get.query(query).catch(() => null)
    if (!fresh) return
    // Responses may arrive out of order. The one with the higher seq counts.
    setFetched((now) =>
      now?.id === task.id && now.relations.seq > fresh.seq
        ? now
        : { id: task.id, relations: fresh },
    )
  }, [store, task.id])
  const isLive = status === 'live'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when the line is back
  useEffect(() => {
    void refetch()
    const refetchWhenVisible = () => document.visibilityState === 'visible' && void refetch()
    document.addEventListener('visibilitychange', refetchWhenVisible)
    return () => {
      document.removeEventListener('visibilitychange', refetchWhenVisible)
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [refetch, isLive])
  useOnEvents((events) => {
    const taskKey = `${key}-${task.number}`
    if (!events.some((event) => affectsRelations(event, task.id, taskKey, relations))) return
    timer.current ??= setTimeout(() => void refetch(), REFETCH_DELAY_MS)
  })
  return { relations, refresh: () => void refetch() }
}

/** Returns true when an event may change the relations of a task. */
function affectsRelations(
  event: StoredEvent,
  id: string,
  key: string,
  relations: TaskRelations,
): boolean {
  switch (event.type) {
    case 'task.created':
      return event.data.parentId === id || event.data.links.some((link) => isLinkTo(link, key))
    case 'task.edited': {
      const { from, to } = event.data.set?.parentId ?? {}
      const { added = [], removed = [] } = event.data.sets?.links ?? {}
      const mentionsTask = [...added, ...removed].some((link) => isLinkTo(link, key))
      return (
        event.taskId === id ||
        from === id ||
        to === id ||
        mentionsTask ||
        includesTask(relations, event.taskId)
      )
    }
    case 'task.moved':
    case 'task.archived':
    case 'task.restored':
      return includesTask(relations, event.taskId) || event.type === 'task.restored'
    case 'status.edited':
      return true
    default:
      return false
  }
}

const isLinkTo = (link: string, key: string) => parseLink(link).target === key

function includesTask({ parent, children, links }: TaskRelations, id: string | null): boolean {
  const relatedTasks = [parent, ...children, ...links.map((link) => link.task)]
  return relatedTasks.some((each) => each?.id === id)
}

/** Returns the relations that the task itself stores. */
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
