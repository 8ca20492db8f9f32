import { v7 } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { apiClient } from '../apiClient'
import { CommandQueue } from './commandQueue'
import { executeCommandBy } from './executeCommand'
import { createLeaderLock, NoLeaderLock } from './leaderLock'
import { IndexedDbStorage, MemoryStorage } from './queueStorage'

const CLIENT_ID_KEY = 'concord.clientId'

/** A person belongs to one workspace, so this is one queue per person and workspace. */
const queuesByPerson = new Map<Id, CommandQueue>()

/**
 * Returns the queue of a person's commands in this window. It lives as long as the window, across
 * pages. On the server, which sends no commands, it is an empty one.
 */
export function windowQueue(personId: Id): CommandQueue {
  if (typeof window === 'undefined') return createQueue(personId, false)
  let queue = queuesByPerson.get(personId)
  if (!queue) {
    const created = createQueue(personId, true)
    window.addEventListener('online', () => created.retryNow())
    queuesByPerson.set(personId, created)
    queue = created
  }
  return queue
}

function createQueue(personId: Id, inBrowser: boolean): CommandQueue {
  return new CommandQueue({
    personId,
    clientId: (inBrowser && readClientId()) || v7(),
    storage: inBrowser ? new IndexedDbStorage() : new MemoryStorage(),
    leaderLock: inBrowser ? createLeaderLock() : new NoLeaderLock(),
    execute: executeCommandBy(apiClient),
    newId: () => v7(),
    saveClientId,
  })
}

// A browser may forbid all storage. Then the window gets a new id after a reload.
function readClientId(): string | null {
  try {
    return sessionStorage.getItem(CLIENT_ID_KEY)
  } catch {
    return null
  }
}

function saveClientId(clientId: string): void {
  try {
    sessionStorage.setItem(CLIENT_ID_KEY, clientId)
  } catch {}
}
