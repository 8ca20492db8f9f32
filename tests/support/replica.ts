import Pusher from 'pusher'
import PusherClient from 'pusher-js'
import { v7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { ProjectApi } from '@/app/_api/projectApi'
import { CommandQueue, type CommandQueueOptions } from '@/app/_api/queue/commandQueue'
import type { ExecuteCommand } from '@/app/_api/queue/executeCommand'
import { NoLeaderLock } from '@/app/_api/queue/leaderLock'
import { MemoryStorage } from '@/app/_api/queue/queueStorage'
import { loadDomain } from '@/app/_replica/store/loadDomain'
import { ProjectStore, type ProjectStoreDependencies } from '@/app/_replica/store/projectStore'
import { PusherTransport } from '@/app/_replica/sync/pusherTransport'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadBacklog, loadBacklogSection } from '@/server/queries/backlog'
import { loadBoard, loadCards, loadColumnPage, loadPeople } from '@/server/queries/board'
import { loadEventsSince } from '@/server/queries/events'
import { loadFilteredBoard, loadFilteredColumnPage } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import { loadTaskById } from '@/server/queries/taskById'
import { execute } from '@/server/write/execute'
import type { TestPerson } from './people'

/** Returns the scope of a person in a project. */
export async function projectScope(person: TestPerson, projectId: Id) {
  const scope = await authorizeProjectById(person.account, projectId)
  if (!scope) throw new Error('The person was not let into the project.')
  return scope
}

/** The server functions that a browser window calls. */
export type TestServer = ProjectApi & { execute: ExecuteCommand }

/** The dependencies of a window that a test may replace. */
type ReplicaOptions = Partial<
  Omit<ProjectStoreDependencies, 'api' | 'queue'> & Omit<CommandQueueOptions, 'execute'>
> & {
  api?: TestServer
  queue?: CommandQueue
  /** Called before the store starts, which is when a page's components subscribe to it. */
  beforeStart?: (store: ProjectStore) => void
}

/** Returns the server's functions, called directly without HTTP. */
export async function directServer(person: TestPerson, projectId: Id): Promise<TestServer> {
  const scope = await projectScope(person, projectId)
  return {
    fetchEvents: (seq) => loadEventsSince(scope, seq),
    fetchBoard: () => loadBoard(scope),
    fetchColumnPage: ({ statusId, after, filter }) =>
      filter
        ? loadFilteredColumnPage(scope, statusId, after, filter)
        : loadColumnPage(scope, statusId, after),
    fetchCards: (ids) => loadCards(scope, ids),
    fetchSwimlanes: (by, filter) => loadSwimlanes(scope, by, filter),
    fetchFilteredBoard: (filter) => loadFilteredBoard(scope, filter),
    fetchBacklog: (filter) => loadBacklog(scope, filter),
    fetchSectionPage: ({ section, after, filter }) =>
      loadBacklogSection(scope, section, after, filter),
    fetchPeople: (ids) => loadPeople(scope, ids),
    fetchTask: (id) => loadTaskById(scope, id),
    execute: (envelope) => execute(scope, envelope),
  }
}

/** Opens a replica of a project's board as one browser window; it is closed after the test. */
export async function openReplica(
  person: TestPerson,
  projectId: Id,
  options: ReplicaOptions = {},
): Promise<ProjectStore> {
  const api = options.api ?? (await directServer(person, projectId))
  const { id, name, role, roleSince } = person.scope.person
  const initial = {
    workspace: { id: person.workspaceId, slug: person.slug },
    me: { id, name, role, roleSince },
    board: await loadBoard(await projectScope(person, projectId)),
    realtime: null,
  }
  const { transport = null, newId = () => v7(), undoSteps, beforeStart, ...queueOptions } = options
  const queue =
    options.queue ?? openQueue(id, { ...queueOptions, execute: (each) => api.execute(each) })
  const store = new ProjectStore(initial, { api, queue, transport, newId, undoSteps })
  await loadDomain()
  beforeStart?.(store)
  const stopStore = store.start()
  const stop = () => {
    stopStore()
    if (!options.queue) queue.close()
  }
  stopByStore.set(store, stop)
  onTestFinished(stop)
  return store
}

/** Creates the command queue of a window without a replica; it is closed after the test. */
export function openQueue(
  personId: Id,
  options: Partial<CommandQueueOptions> & Pick<CommandQueueOptions, 'execute'>,
): CommandQueue {
  const queue = new CommandQueue({
    personId,
    storage: new MemoryStorage(),
    leaderLock: new NoLeaderLock(),
    clientId: v7(),
    saveClientId: () => {},
    newId: () => v7(),
    ...options,
  })
  onTestFinished(() => queue.close())
  return queue
}

const stopByStore = new WeakMap<ProjectStore, () => void>()

/** Closes a replica before the end of its test. */
export function closeReplica(store: ProjectStore): void {
  stopByStore.get(store)?.()
}

export interface RealtimeAddress {
  port: number
  appId: string
  key: string
  secret: string
}

/** Returns the official server library, connected to a realtime server on this machine. */
export function realtimePublisher({ port, appId, key, secret }: RealtimeAddress): Pusher {
  return new Pusher({ appId, key, secret, host: '127.0.0.1', port: String(port), timeout: 2_000 })
}

/**
 * Returns the official browser library, connected to the same server and authorized with its
 * secret.
 */
export function createPusherTransport(
  person: TestPerson,
  projectId: Id,
  address: RealtimeAddress,
): PusherTransport {
  const signer = realtimePublisher(address)
  return new PusherTransport({
    projectId,
    settings: {
      key: address.key,
      cluster: null,
      host: '127.0.0.1',
      port: address.port,
      tls: false,
    },
    loadClient: async () => ({ default: PusherClient }),
    fetchAuth: async (socketId) => signer.authenticateUser(socketId, { id: person.personId }),
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) => {
        const member = { user_id: person.personId, user_info: { name: person.scope.person.name } }
        const data = channelName.startsWith('presence-') ? member : undefined
        done(null, signer.authorizeChannel(socketId, channelName, data))
      },
    },
  })
}
