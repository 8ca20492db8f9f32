'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { StatusId } from '@/domain/words'
import { Desk, type DeskState } from './desk'

const Context = createContext<Desk | null>(null)

/** One desk for one board. */
export function DeskProvider(props: { collapsed: StatusId[]; children: ReactNode }) {
  const [desk] = useState(() => new Desk(props.collapsed))
  return <Context value={desk}>{props.children}</Context>
}

/**
 * The desk, for whoever changes it.
 * @throws Error outside of a board
 */
export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('There is no board around this part of the page.')
  return desk
}

/** A part of the desk's state; `read` must give the same value while nothing has changed. */
export function useDeskPart<T>(read: (state: DeskState) => T): T {
  const desk = useDesk()
  const snapshot = () => read(desk.state)
  return useSyncExternalStore(desk.subscribe, snapshot, snapshot)
}
