import Pusher from 'pusher'
import PusherClient from 'pusher-js'
import { v7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { NoClaims } from '@/app/_client/queue/claim'
import { MemoryStorage } from '@/app/_client/queue/storage'
import { type Outside, ProjectStore } from '@/app/_client/store/projectStore'
import { fetchRules } from '@/app/_client/store/rules'
import type { Server } from '@/app/_client/store/types'
import { PusherTransport } from '@/app/_client/sync/pusherTransport'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { execute } from '@/server/execute/execute'
import { backlog, sectionPage } from '@/server/queries/backlog'
import { board, cards, columnPage, people } from '@/server/queries/board'
import { since } from '@/server/queries/events'
import { filteredBoard, filteredPage } from '@/server/queries/filteredBoard'
import { lanes } from '@/server/queries/lanes'
import { openedTask } from '@/server/queries/openedTask'
import type { TestPerson } from './people'

/** The scope of a person in a project. */
export async function projectScope(person: TestPerson, projectId: Id) {
  const scope = await enterProjectById(person.account, projectId)
  if (!scope) throw new Error('The person was not let into the project.')
  return scope
}

/** The server's own functions, without the doors in front of them. */
export async function directServer(person: TestPerson, projectId: Id): Promise<Server> {
  const scope = await projectScope(person, projectId)
  return {
    since: (seq) => since(scope, seq),
    board: () => board(scope),
    column: ({ statusId, after, filter }) =>
      filter ? filteredPage(scope, statusId, after, filter) : columnPage(scope, statusId, after),
    cards: (ids) => cards(scope, ids),
    lanes: (by, filter) => lanes(scope, by, filter),
    filtered: (filter) => filteredBoard(scope, filter),
    backlog: (filter) => backlog(scope, filter),
    section: ({ section, after, filter }) => sectionPage(scope, section, after, filter),
    people: (ids) => people(scope, ids),
    task: (id) => openedTask(scope, id),
    execute: (envelope) => execute(scope, envelope),
  }
}

/** A window of a browser on a project's board; closed after the test. */
export async function openWindow(
  person: TestPerson,
  projectId: Id,
  outside: Partial<Outside> = {},
): Promise<ProjectStore> {
  const server = outside.server ?? (await directServer(person, projectId))
  const { id, name, role, roleSince } = person.scope.person
  const initial = {
    workspace: { id: person.workspaceId, slug: person.slug },
    me: { id, name, role, roleSince },
    board: await board(await projectScope(person, projectId)),
    realtime: null,
  }
  const store = new ProjectStore(initial, {
    transport: null,
    storage: new MemoryStorage(),
    claims: new NoClaims(),
    clientId: v7(),
    remember: () => {},
    newId: () => v7(),
    ...outside,
    server,
  })
  await fetchRules()
  const stop = store.start()
  stops.set(store, stop)
  onTestFinished(stop)
  return store
}

const stops = new WeakMap<ProjectStore, () => void>()

/** Closes a window before its test ends. */
export function closeWindow(store: ProjectStore): void {
  stops.get(store)?.()
}

export interface RealtimeAddress {
  port: number
  appId: string
  key: string
  secret: string
}

/** The official server library, pointed at a realtime server on this machine. */
export function realtimePublisher({ port, appId, key, secret }: RealtimeAddress): Pusher {
  return new Pusher({ appId, key, secret, host: '127.0.0.1', port: String(port), timeout: 2_000 })
}

/** The official browser library, pointed at the same, let in by its secret. */
export function pusherLine(
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
    load: async () => ({ default: PusherClient }),
    vouch: async (socketId) => signer.authenticateUser(socketId, { id: person.personId }),
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) => {
        const member = { user_id: person.personId, user_info: { name: person.scope.person.name } }
        const data = channelName.startsWith('presence-') ? member : undefined
        done(null, signer.authorizeChannel(socketId, channelName, data))
      },
    },
  })
}
