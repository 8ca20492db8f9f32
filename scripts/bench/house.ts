import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/db/embedded'
import { openSession } from '@/server/auth/session'
import { SESSION_COOKIE, tokenFor } from '@/server/auth/token'
import { keepRunning } from '../serve/child'
import { planFrom } from '../serve/plan'
import { startWeb } from '../serve/web'
import type { Machine } from './result'
import type { World } from './world'

const OURS = /^(PORT|HOST|CONCORD_|DATABASE_|PUSHER_|NEXTAUTH_|GITHUB_|OIDC_)/

/** Concord as `npm start` runs it, built for production, on the machine's database. */
export interface House {
  address: string
  realtime: { port: number; appId: string; key: string; secret: string }
  /** Signs the world's person in: the value of a `cookie` header. */
  signIn: (world: World) => Promise<string>
  stop: () => Promise<void>
}

/** Starts the realtime server and the web server with the parts of `npm start`. */
export async function openHouse({ folder, appUrl, say }: Machine): Promise<House> {
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  const [host, port] = ['127.0.0.1', await freePort()]
  const NEXTAUTH_SECRET = randomBytes(32).toString('hex')
  const others = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const own = { ...Object.fromEntries(others), DATABASE_URL: appUrl, NEXTAUTH_SECRET }
  const { web, realtime } = await planFrom({ ...own, NODE_ENV: 'production' }, { data, host, port })
  const args = ['--import', 'tsx', 'server/realtime/main.ts']
  const env = realtime ?? web
  const line = keepRunning({ name: 'realtime server', args, env, quiet: true, say })
  const server = await startWeb({ dev: false, host, port, env: web, say }).catch(async (error) => {
    await line.stop()
    throw error
  })
  return {
    address: `http://localhost:${port}`,
    realtime: {
      port: Number(web.PUSHER_PORT),
      appId: web.PUSHER_APP_ID ?? '',
      key: web.PUSHER_KEY ?? '',
      secret: web.PUSHER_SECRET ?? '',
    },
    signIn: async ({ accountId }) => {
      process.env.NEXTAUTH_SECRET = NEXTAUTH_SECRET
      return `${SESSION_COOKIE}=${await tokenFor(await openSession(accountId, 'bench'))}`
    },
    stop: async () => {
      await server.stop()
      await line.stop()
    },
  }
}
