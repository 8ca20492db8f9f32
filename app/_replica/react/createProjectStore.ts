import { v7 } from 'uuid'
import { createProjectApi } from '@/app/_api/projectApi'
import { createLeaderLock, NoLeaderLock } from '@/app/_api/queue/leaderLock'
import { IndexedDbStorage, MemoryStorage } from '@/app/_api/queue/queueStorage'
import { trpc } from '@/app/_api/trpc'
import { userMessages } from '@/app/_api/userMessages'
import { ProjectStore } from '../store/projectStore'
import type { InitialData } from '../store/types'
import { PusherTransport } from '../sync/pusherTransport'

const CLIENT_ID_KEY = 'concord.clientId'

/** A project's store with a real browser around it; on the server, one that stays as it is. */
export function createProjectStore(initial: InitialData): ProjectStore {
  const inBrowser = typeof window !== 'undefined'
  const { realtime, board } = initial
  const projectId = board.project.id
  const loadClient = () => import('../sync/pusherClient')
  return new ProjectStore(initial, {
    api: createProjectApi(trpc, projectId),
    transport:
      realtime &&
      new PusherTransport({
        projectId,
        settings: realtime,
        loadClient,
        onUserMessage: (name) => userMessages.emit(name),
      }),
    storage: inBrowser ? new IndexedDbStorage() : new MemoryStorage(),
    leaderLock: inBrowser ? createLeaderLock() : new NoLeaderLock(),
    clientId: (inBrowser && readClientId()) || v7(),
    saveClientId: (clientId) => saveClientId(clientId),
    newId: () => v7(),
  })
}

// A browser may forbid storage altogether; then a reload is simply a new window.
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
