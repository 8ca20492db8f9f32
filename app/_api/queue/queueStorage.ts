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

/** Keeps the queue in IndexedDB, for the next visit. */
export class IndexedDbStorage implements QueueStorage {
  private database: Promise<IDBDatabase> | null = null

  async load(personId: Id): Promise<StoredCommand[]> {
    const commands = await this.openStore('readonly')
    const stored = await requestResult<StoredCommand[]>(commands.index('person').getAll(personId))
    // Ids of commands are UUIDv7: their order is the order in which they were made.
    return stored.sort((a, b) => (a.envelope.commandId < b.envelope.commandId ? -1 : 1))
  }

  async put(stored: StoredCommand): Promise<void> {
    const commands = await this.openStore('readwrite')
    commands.put(stored)
    await transactionEnd(commands.transaction)
  }

  async remove(commandId: Id): Promise<void> {
    const commands = await this.openStore('readwrite')
    commands.delete(commandId)
    await transactionEnd(commands.transaction)
  }

  private async openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.database ??= openDatabase()
    return (await this.database).transaction('commands', mode).objectStore('commands')
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('concord', 1)
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('commands', { keyPath: 'envelope.commandId' })
    store.createIndex('person', 'personId')
  }
  return requestResult(request)
}

function requestResult<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Only a transaction that has ended is on the disk. */
function transactionEnd(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
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
