import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'

/** A pending command as it is stored. */
export interface StoredCommand {
  envelope: CommandEnvelope
  /** The command's author. Another person in the same browser must not send it. */
  personId: Id
}

/** Storage for pending commands that outlives their window. */
export interface QueueStorage {
  /** Returns all pending commands of a person, of all windows, the oldest first. */
  load(personId: Id): Promise<StoredCommand[]>
  put(stored: StoredCommand): Promise<void>
  remove(commandId: Id): Promise<void>
}

interface QueueSchema extends DBSchema {
  commands: { key: Id; value: StoredCommand; indexes: { person: Id } }
}

/** Stores the queue in IndexedDB until the next visit. */
export class IndexedDbStorage implements QueueStorage {
  private opened: Promise<IDBPDatabase<QueueSchema>> | null = null

  async load(personId: Id): Promise<StoredCommand[]> {
    const stored = await (await this.open()).getAllFromIndex('commands', 'person', personId)
    // Command ids are UUIDv7, so their order is the order of creation.
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

/** Stores the queue in memory, for tests and for browsers without storage. */
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
