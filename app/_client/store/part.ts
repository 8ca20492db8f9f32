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
