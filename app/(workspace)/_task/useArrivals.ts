'use client'

import { useEffect, useRef, useState } from 'react'
import { useMe, useOnEvents } from '@/app/_client/react/hooks'
import { changesOf, commentField } from '@/domain/conflict/changes'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'

const SHOWN_MS = 2_400

/** Who has just changed a field; `seq` tells one change from the next. */
export interface Arrival {
  by: Id
  seq: number
}

/** The fields of a task that somebody else has changed a moment ago. */
export function useArrivals(taskId: Id): ReadonlyMap<string, Arrival> {
  const me = useMe()
  const [arrivals, setArrivals] = useState<ReadonlyMap<string, Arrival>>(new Map())
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const all = timers.current
    return () => all.forEach(clearTimeout)
  }, [])

  useOnEvents((events) => {
    const news = new Map<string, Arrival>()
    for (const event of events) {
      if (event.taskId !== taskId || event.actor === me.id || event.imported) continue
      for (const field of fieldsOf(event)) news.set(field, { by: event.actor, seq: event.seq })
    }
    if (news.size === 0) return
    setArrivals((before) => new Map([...before, ...news]))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setArrivals(
        (before) => new Map([...before].filter(([field, at]) => news.get(field)?.seq !== at.seq)),
      )
    }, SHOWN_MS)
    timers.current.add(timer)
  })
  return arrivals
}

function fieldsOf(event: LoggedEvent): string[] {
  return event.type === 'comment.added'
    ? [commentField(event.data.commentId)]
    : changesOf(event).map((change) => change.field)
}
