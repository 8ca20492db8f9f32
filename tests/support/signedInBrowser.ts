import PusherClient from 'pusher-js'
import { createApiClient } from '@/app/_api/apiClient'
import { createProjectApi } from '@/app/_api/projectApi'
import { executeCommandBy } from '@/app/_api/queue/executeCommand'
import { PusherTransport } from '@/app/_replica/sync/pusherTransport'
import type { UserAuthResult } from '@/app/_replica/sync/userAuthentication'
import { POST as channelRoute } from '@/app/api/realtime/auth/route'
import { POST as userRoute } from '@/app/api/realtime/user/route'
import { POST as change, GET as read } from '@/app/api/trpc/[trpc]/route'
import type { Id } from '@/domain/kernel/primitives'
import { createSession } from '@/server/auth/session'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import type { TestPerson } from './people'
import { openReplica } from './replica'

const ORIGIN = 'http://localhost:3000'

/**
 * Returns a browser in which a person is signed in. Its requests go through the API routes, like
 * those of a real browser.
 */
export async function signedInBrowser(person: TestPerson) {
  const sessionId = await createSession(person.account.id, 'test')
  const headers = {
    cookie: `${SESSION_COOKIE}=${await encodeSessionToken(sessionId)}`,
    host: 'localhost:3000',
  }
  const trpc = createApiClient(`${ORIGIN}/api/trpc`, {
    headers,
    fetch: (url, init) => {
      const request = new Request(url, init)
      return request.method === 'GET' ? read(request) : change(request)
    },
  })
  const post = (route: (request: Request) => Promise<Response>, form: Record<string, string>) =>
    route(new Request(ORIGIN, { method: 'POST', headers, body: new URLSearchParams(form) }))

  /** Asks the server to authenticate a realtime connection. */
  const authenticateUser = async (projectId: Id, socketId: string): Promise<UserAuthResult> => {
    const answer = await post(userRoute, { socket_id: socketId, project_id: projectId })
    return answer.ok ? answer.json() : 'rejected'
  }
  const settings = {
    key: process.env.PUSHER_KEY ?? '',
    cluster: null,
    host: '127.0.0.1',
    port: Number(process.env.PUSHER_PORT),
    tls: false,
  }
  const createTransport = (projectId: Id, authenticate = authenticateUser) =>
    new PusherTransport({
      projectId,
      settings,
      loadClient: async () => ({ default: PusherClient }),
      fetchAuth: (socketId) => authenticate(projectId, socketId),
      channelAuthorization: {
        customHandler: async ({ socketId, channelName }, done) => {
          const form = { socket_id: socketId, channel_name: channelName }
          const answer = await post(channelRoute, form)
          if (answer.ok) done(null, await answer.json())
          else done(new Error(`HTTP ${answer.status}`), null)
        },
      },
    })

  /** Opens a window on a project's board; `authenticate` replaces the server's answer. */
  const openProject = (projectId: Id, authenticate = authenticateUser) =>
    openReplica(person, projectId, {
      api: { ...createProjectApi(trpc, projectId), execute: executeCommandBy(trpc) },
      transport: createTransport(projectId, authenticate),
    })
  return { sessionId, trpc, authenticateUser, openProject }
}
