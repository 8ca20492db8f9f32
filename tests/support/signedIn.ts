import PusherClient from 'pusher-js'
import { procedures } from '@/app/_client/requests'
import type { Vouched } from '@/app/_client/sync/keepSignedIn'
import { PusherTransport } from '@/app/_client/sync/pusherTransport'
import { trpcServer } from '@/app/_client/trpcServer'
import { POST as channelDoor } from '@/app/api/realtime/auth/route'
import { POST as userDoor } from '@/app/api/realtime/user/route'
import { POST as change, GET as read } from '@/app/api/trpc/[trpc]/route'
import type { Id } from '@/domain/words'
import { openSession } from '@/server/auth/session'
import { SESSION_COOKIE, tokenFor } from '@/server/auth/token'
import type { TestPerson } from './people'
import { openWindow } from './replica'

const HERE = 'http://localhost:3000'

/** A browser in which somebody is signed in: it comes through the doors, as a real one does. */
export async function signedInBrowser(person: TestPerson) {
  const sessionId = await openSession(person.account.id, 'test')
  const own = { cookie: `${SESSION_COOKIE}=${await tokenFor(sessionId)}`, host: 'localhost:3000' }
  const trpc = procedures({
    url: `${HERE}/api/trpc`,
    headers: own,
    fetch: (url, init) => {
      const request = new Request(url, init)
      return request.method === 'GET' ? read(request) : change(request)
    },
  })
  const post = (door: (request: Request) => Promise<Response>, form: Record<string, string>) =>
    door(new Request(HERE, { method: 'POST', headers: own, body: new URLSearchParams(form) }))

  /** What our server says of a connection that wants to sign in. */
  const vouch = async (projectId: Id, socketId: string): Promise<Vouched> => {
    const answer = await post(userDoor, { socket_id: socketId, project_id: projectId })
    return answer.ok ? answer.json() : 'refused'
  }
  const settings = {
    key: process.env.PUSHER_KEY ?? '',
    cluster: null,
    host: '127.0.0.1',
    port: Number(process.env.PUSHER_PORT),
    tls: false,
  }
  const line = (projectId: Id, vouchFor = vouch) =>
    new PusherTransport({
      projectId,
      settings,
      load: async () => ({ default: PusherClient }),
      vouch: (socketId) => vouchFor(projectId, socketId),
      channelAuthorization: {
        customHandler: async ({ socketId, channelName }, done) => {
          const form = { socket_id: socketId, channel_name: channelName }
          const answer = await post(channelDoor, form)
          if (answer.ok) done(null, await answer.json())
          else done(new Error(`HTTP ${answer.status}`), null)
        },
      },
    })

  /** A window of it on a project's board; `vouchFor` stands in for our server's word. */
  const open = (projectId: Id, vouchFor = vouch) =>
    openWindow(person, projectId, {
      server: trpcServer(trpc, projectId),
      transport: line(projectId, vouchFor),
    })
  return { sessionId, trpc, vouch, open }
}
