import { v7 } from 'uuid'
import { personal } from '../personal'
import { browserClaims, NoClaims } from '../queue/claim'
import { BrowserStorage, MemoryStorage } from '../queue/storage'
import { ProjectStore } from '../store/projectStore'
import type { Initial } from '../store/types'
import { PusherTransport } from '../sync/pusherTransport'
import { trpc } from '../trpc'
import { trpcServer } from '../trpcServer'

const WINDOW = 'concord.window'

/** A project's store with a real browser around it; on the server, one that stays as it is. */
export function browserStore(initial: Initial): ProjectStore {
  const inBrowser = typeof window !== 'undefined'
  const { realtime, board } = initial
  const projectId = board.project.id
  const load = () => import('../sync/pusherClient')
  return new ProjectStore(initial, {
    server: trpcServer(trpc, projectId),
    transport:
      realtime &&
      new PusherTransport({
        projectId,
        settings: realtime,
        load,
        personal: (name) => personal.tell(name),
      }),
    storage: inBrowser ? new BrowserStorage() : new MemoryStorage(),
    claims: inBrowser ? browserClaims() : new NoClaims(),
    clientId: (inBrowser && kept()) || v7(),
    remember: (clientId) => keep(clientId),
    newId: () => v7(),
  })
}

// A browser may forbid storage altogether; then a reload is simply a new window.
function kept(): string | null {
  try {
    return sessionStorage.getItem(WINDOW)
  } catch {
    return null
  }
}

function keep(clientId: string): void {
  try {
    sessionStorage.setItem(WINDOW, clientId)
  } catch {}
}
