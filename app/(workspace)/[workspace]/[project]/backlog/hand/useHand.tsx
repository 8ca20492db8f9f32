'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import { Hand, type Held } from './hand'

const Context = createContext<Hand | null>(null)

/** One hand for one backlog. */
export function HandProvider({ children }: { children: ReactNode }) {
  const [hand] = useState(() => new Hand())
  return <Context value={hand}>{children}</Context>
}

/**
 * The hand, for whoever picks up or puts down.
 * @throws Error outside of a backlog
 */
export function useHand(): Hand {
  const hand = useContext(Context)
  if (!hand) throw new Error('There is no backlog around this part of the page.')
  return hand
}

/** A part of what is held; `read` must give the same value while nothing has changed. */
export function useHeldPart<T>(read: (held: Held | null) => T): T {
  const hand = useHand()
  const snapshot = () => read(hand.held)
  return useSyncExternalStore(hand.subscribe, snapshot, snapshot)
}
