import type { Person } from '@/domain/board'
import type { Replica } from './replica'
import type { Server } from './types'

/** A part of the replica that only some screens need: see plan/planLoader.ts. */
export interface StorePart {
  /** Looks after each change what there is to fetch. */
  tend(): void
  /** The replica has started over. */
  restarted(): void
  close(): void
}

/** What a further part of the replica works with. */
export interface Access {
  replica: Replica
  server: Server
  changed: () => void
  catchUp: () => Promise<void>
  meetPeople: (people: readonly Person[]) => void
}

interface Joinable {
  join: <P extends StorePart>(make: (access: Access) => P) => P
}

/** Gives the part of a store, the same each time: it is made and joined when first asked for. */
export function partOf<P extends StorePart>(make: (access: Access) => P): (store: Joinable) => P {
  const parts = new WeakMap<Joinable, P>()
  return (store) => {
    const known = parts.get(store)
    if (known) return known
    const part = store.join(make)
    parts.set(store, part)
    return part
  }
}

/** Runs once the replica is as far as an answer that may be ahead of it. */
export function whenAt({ replica, catchUp }: Access, seq: number, run: () => void): void {
  if (seq > replica.confirmed.seq) void catchUp()
  replica.whenAt(seq, run)
}
