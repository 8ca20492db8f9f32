'use client'

import { useEffect, useRef } from 'react'
import { useCurrentUser, useOnEvents } from '@/app/_replica/react/projectHooks'
import type { StoredEvent } from '@/domain/events'
import { useBoardUi } from './useBoardUi'

const SHOWN_MS = 2_400
/** More changes at once come from an import or a long absence and are not highlighted. */
const MAX_CHANGES = 20

/** Highlights for a moment the cards that somebody else has just changed. */
export function useRecentChanges(): void {
  const boardUi = useBoardUi()
  const me = useCurrentUser()
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const pendingTimers = timers.current
    return () => pendingTimers.forEach(clearTimeout)
  }, [])

  useOnEvents((events) => {
    const changes = events.filter(
      (event) => event.taskId && event.actor !== me.id && isTaskChange(event),
    )
    if (changes.length === 0 || changes.length > MAX_CHANGES) return
    const recentChanges = new Map(boardUi.state.recentChanges)
    for (const { taskId, actor, seq } of changes)
      if (taskId) recentChanges.set(taskId, { personId: actor, seq })
    boardUi.update({ recentChanges })
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      const remaining = new Map(boardUi.state.recentChanges)
      for (const { taskId, seq } of changes) {
        if (taskId && remaining.get(taskId)?.seq === seq) remaining.delete(taskId)
      }
      boardUi.update({ recentChanges: remaining })
    }, SHOWN_MS)
    timers.current.add(timer)
  })
}

function isTaskChange({ type, imported }: StoredEvent): boolean {
  return !imported && type.startsWith('task.')
}
