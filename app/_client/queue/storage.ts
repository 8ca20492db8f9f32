import type { DBSchema, IDBPDatabase } from 'idb'
import type { Envelope } from '@/domain/commands'
import type { Id } from '@/domain/words'

/** A command that waits for its answer, as it is kept. */
export interface Kept {
  envelope: Envelope
  /** The person who made it: another one at the same browser must not send it. */
  personId: Id
}

/** Where waiting commands outlive their window. */
export interface QueueStorage {
  /** Everything that a person has waiting, from all windows, oldest first. */
  load(personId: Id): Promise<Kept[]>
  put(kept: Kept): Promise<void>
  remove(commandId: Id): Promise<void>
}

interface Schema extends DBSchema {
  commands: { key: string; value: Kept; indexes: { person: string } }
}

/** Keeps the queue in IndexedDB, for the next visit. */
export class BrowserStorage implements QueueStorage {
  private opened: Promise<IDBPDatabase<Schema>> | null = null

  async load(personId: Id): Promise<Kept[]> {
    const kept = await (await this.open()).getAllFromIndex('commands', 'person', personId)
    // Ids of commands are UUIDv7: their order is the order in which they were made.
    return kept.sort((a, b) => (a.envelope.commandId < b.envelope.commandId ? -1 : 1))
  }

  async put(kept: Kept): Promise<void> {
    await (await this.open()).put('commands', kept)
  }

  async remove(commandId: Id): Promise<void> {
    await (await this.open()).delete('commands', commandId)
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= import('idb').then(({ openDB }) =>
      openDB<Schema>('concord', 1, {
        upgrade(db) {
          const store = db.createObjectStore('commands', { keyPath: 'envelope.commandId' })
          store.createIndex('person', 'personId')
        },
      }),
    )
    return this.opened
  }
}

/** Keeps the queue as long as the program runs: for tests, and where a browser keeps nothing. */
export class MemoryStorage implements QueueStorage {
  private readonly kept = new Map<Id, Kept>()

  async load(personId: Id): Promise<Kept[]> {
    return [...this.kept.values()].filter((each) => each.personId === personId)
  }

  async put(kept: Kept): Promise<void> {
    this.kept.set(kept.envelope.commandId, structuredClone(kept))
  }

  async remove(commandId: Id): Promise<void> {
    this.kept.delete(commandId)
  }
}
