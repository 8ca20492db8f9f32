import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'

/** A command that waits for its answer, as it is kept. */
export interface StoredCommand {
  envelope: CommandEnvelope
  /** The person who made it: another one at the same browser must not send it. */
  personId: Id
}

/** Where waiting commands outlive their window. */
export interface QueueStorage {
  /** Everything that a person has waiting, from all windows, oldest first. */
  load(personId: Id): Promise<StoredCommand[]>
  put(stored: StoredCommand): Promise<void>
  remove(commandId: Id): Promise<void>
}

interface QueueSchema extends DBSchema {
  commands: { key: Id; value: StoredCommand; indexes: { person: Id } }
}

/** Keeps the queue in IndexedDB, for the next visit. */
export class IndexedDbStorage implements QueueStorage {
  private opened: Promise<IDBPDatabase<QueueSchema>> | null = null

  async load(personId: Id): Promise<StoredCommand[]> {
    const stored = await (await this.open()).getAllFromIndex('commands', 'person', personId)
    // Ids of commands are UUIDv7: their order is the order in which they were made.
    return stored.sort((a, b) => (a.envelope.commandId < b.envelope.commandId ? -1 : 1))
  }

  async put(stored: StoredCommand): Promise<void> {
    await (await this.open()).put('commands', stored)
  }

  async remove(commandId: Id): Promise<void> {
    await (await this.open()).delete('commands', commandId)
  }

  private open(): Promise<IDBPDatabase<QueueSchema>> {
    this.opened ??= openDB<QueueSchema>('concord', 1, {
      upgrade: (database) =>
        database
          .createObjectStore('commands', { keyPath: 'envelope.commandId' })
          .createIndex('person', 'personId'),
    })
    return this.opened
  }
}

/** Keeps the queue as long as the program runs: for tests, and where a browser keeps nothing. */
export class MemoryStorage implements QueueStorage {
  private readonly commands = new Map<Id, StoredCommand>()

  async load(personId: Id): Promise<StoredCommand[]> {
    return [...this.commands.values()].filter((each) => each.personId === personId)
  }

  async put(stored: StoredCommand): Promise<void> {
    this.commands.set(stored.envelope.commandId, structuredClone(stored))
  }

  async remove(commandId: Id): Promise<void> {
    this.commands.delete(commandId)
  }
}
