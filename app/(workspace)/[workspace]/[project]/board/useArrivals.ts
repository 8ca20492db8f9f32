'use client'

import { useEffect, useRef } from 'react'
import { useMe, useOnEvents } from '@/app/_client/react/hooks'
import type { LoggedEvent } from '@/domain/events'
import { useDesk } from './desk/useDesk'

const SHOWN_MS = 2_400
/** More at once is an import or a long absence: nothing in it is news. */
const MOST = 20

/** Marks for a moment what somebody else has just changed. */
export function useArrivals(): void {
  const desk = useDesk()
  const me = useMe()
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const all = timers.current
    return () => all.forEach(clearTimeout)
  }, [])

  useOnEvents((events) => {
    const news = events.filter((event) => event.taskId && event.actor !== me.id && shows(event))
    if (news.length === 0 || news.length > MOST) return
    const arrivals = new Map(desk.state.arrivals)
    for (const { taskId, actor, seq } of news) if (taskId) arrivals.set(taskId, { by: actor, seq })
    desk.set({ arrivals })
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      const left = new Map(desk.state.arrivals)
      for (const { taskId, seq } of news) {
        if (taskId && left.get(taskId)?.seq === seq) left.delete(taskId)
      }
      desk.set({ arrivals: left })
    }, SHOWN_MS)
    timers.current.add(timer)
  })
}

function shows({ type, imported }: LoggedEvent): boolean {
  return !imported && type.startsWith('task.')
}
