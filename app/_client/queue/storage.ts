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

/** Keeps the queue in IndexedDB, for the next visit. */
export class BrowserStorage implements QueueStorage {
  private opened: Promise<IDBDatabase> | null = null

  async load(personId: Id): Promise<Kept[]> {
    const commands = await this.commands('readonly')
    const kept = await answerOf<Kept[]>(commands.index('person').getAll(personId))
    // Ids of commands are UUIDv7: their order is the order in which they were made.
    return kept.sort((a, b) => (a.envelope.commandId < b.envelope.commandId ? -1 : 1))
  }

  async put(kept: Kept): Promise<void> {
    const commands = await this.commands('readwrite')
    commands.put(kept)
    await endOf(commands.transaction)
  }

  async remove(commandId: Id): Promise<void> {
    const commands = await this.commands('readwrite')
    commands.delete(commandId)
    await endOf(commands.transaction)
  }

  private async commands(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.opened ??= openDatabase()
    return (await this.opened).transaction('commands', mode).objectStore('commands')
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('concord', 1)
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('commands', { keyPath: 'envelope.commandId' })
    store.createIndex('person', 'personId')
  }
  return answerOf(request)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Only a transaction that has ended is on the disk. */
function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
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
