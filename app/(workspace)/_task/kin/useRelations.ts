'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection, useOnEvents, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { LoggedEvent } from '@/domain/events'
import type { Relations } from '@/domain/relations'
import { parseLink } from '@/domain/task/link'
import type { Task } from '@/domain/task/task'

const BURST_MS = 100

/**
 * How a task hangs together with others, asked again when an event of the project may have changed
 * it, when the line is back, and when somebody looks at the page again: other projects are not
 * heard here. Until the first answer, what the task says itself.
 */
export function useRelations(task: Task): { relations: Relations; refresh: () => void } {
  const store = useStore()
  const { key } = useProject()
  const { status } = useConnection()
  const [found, setFound] = useState<{ id: string; relations: Relations } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const relations = found?.id === task.id ? found.relations : ownOf(task)

  const ask = useCallback(async () => {
    timer.current = null
    const asked = { projectId: store.projectId, taskId: task.id }
    const fresh = await trpc.relations.of.query(asked).catch(() => null)
    if (!fresh) return
    // Answers may overtake each other: the newer position counts.
    setFound((now) =>
      now?.id === task.id && now.relations.seq > fresh.seq
        ? now
        : { id: task.id, relations: fresh },
    )
  }, [store, task.id])
  const isLive = status === 'live'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when the line is back
  useEffect(() => {
    void ask()
    const look = () => document.visibilityState === 'visible' && void ask()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [ask, isLive])
  useOnEvents((events) => {
    const taskKey = `${key}-${task.number}`
    if (!events.some((event) => concerns(event, task.id, taskKey, relations))) return
    timer.current ??= setTimeout(() => void ask(), BURST_MS)
  })
  return { relations, refresh: () => void ask() }
}

/** Whether an event may change what stands around a task. */
function concerns(event: LoggedEvent, id: string, key: string, known: Relations): boolean {
  switch (event.type) {
    case 'task.created':
      return event.data.parentId === id || event.data.links.some((link) => isTo(link, key))
    case 'task.edited': {
      const { from, to } = event.data.set?.parentId ?? {}
      const { added = [], removed = [] } = event.data.sets?.links ?? {}
      const names = [...added, ...removed].some((link) => isTo(link, key))
      return event.taskId === id || from === id || to === id || names || isIn(known, event.taskId)
    }
    case 'task.moved':
    case 'task.archived':
    case 'task.restored':
      return isIn(known, event.taskId) || event.type === 'task.restored'
    case 'status.edited':
      return true
    default:
      return false
  }
}

const isTo = (link: string, key: string) => parseLink(link).target === key

function isIn({ parent, children, ties }: Relations, id: string | null): boolean {
  const others = [parent, ...children, ...ties.map((tie) => tie.task)]
  return others.some((each) => each?.id === id)
}

/** What a task says of its links itself. */
function ownOf({ links }: Task): Relations {
  const ties = links.map(parseLink).map(({ kind, target }) => ({
    kind,
    key: target,
    task: null,
    held: { here: true, there: false },
  }))
  const progress = { done: 0, all: 0, donePoints: 0, points: 0 }
  return { seq: 0, parent: null, children: [], progress, ties: ties.filter(isTie) }
}

const isTie = ({ kind }: { kind: string }) => kind !== 'parent'
