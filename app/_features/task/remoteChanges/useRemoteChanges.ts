'use client'

import { useEffect, useRef, useState } from 'react'
import { useCurrentUser, useOnEvents } from '@/app/_replica/react/projectHooks'
import { commentFieldKey, fieldChangesOf } from '@/domain/conflict/fieldChanges'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

const HIGHLIGHT_MS = 2_400

/** Who has just changed a field. `seq` distinguishes consecutive changes. */
export interface RemoteChange {
  actor: Id
  seq: number
}

/** Returns the fields of a task that somebody else has just changed. */
export function useRemoteChanges(taskId: Id): ReadonlyMap<string, RemoteChange> {
  const me = useCurrentUser()
  const [changes, setChanges] = useState<ReadonlyMap<string, RemoteChange>>(new Map())
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const all = timers.current
    return () => all.forEach(clearTimeout)
  }, [])

  useOnEvents((events) => {
    const newChanges = new Map<string, RemoteChange>()
    for (const event of events) {
      if (event.taskId !== taskId || event.actor === me.id || event.imported) continue
      for (const field of changedFields(event))
        newChanges.set(field, { actor: event.actor, seq: event.seq })
    }
    if (newChanges.size === 0) return
    setChanges((before) => new Map([...before, ...newChanges]))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setChanges(
        (before) =>
          new Map(
            [...before].filter(([field, change]) => newChanges.get(field)?.seq !== change.seq),
          ),
      )
    }, HIGHLIGHT_MS)
    timers.current.add(timer)
  })
  return changes
}

function changedFields(event: StoredEvent): string[] {
  return event.type === 'comment.added'
    ? [commentFieldKey(event.data.commentId)]
    : fieldChangesOf(event).map((change) => change.field)
}
