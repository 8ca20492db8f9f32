import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/db/embedded/embeddedPostgres'
import { createSession } from '@/server/auth/session'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import { serveConfigurationFrom } from '../serve/serveConfiguration'
import { startWebServer } from '../serve/startWebServer'
import { superviseProcess } from '../serve/superviseProcess'
import type { BenchmarkEnvironment } from './benchmarkResult'
import type { BenchFixture } from './fixtures'

const CONCORD_VARIABLES = /^(PORT|HOST|CONCORD_|DATABASE_|PUSHER_|NEXTAUTH_|GITHUB_|OIDC_)/

/** Concord as run by `npm start`, built for production, on the benchmark's database. */
export interface TestServer {
  address: string
  realtime: { port: number; appId: string; key: string; secret: string }
  /** Signs in the fixture's person and returns the value of a `cookie` header. */
  signIn: (fixture: BenchFixture) => Promise<string>
  stop: () => Promise<void>
}

/** Starts the realtime server and the web server with the code of `npm start`. */
export async function startTestServer({
  folder,
  appUrl,
  say,
}: BenchmarkEnvironment): Promise<TestServer> {
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  const [host, port] = ['127.0.0.1', await freePort()]
  const NEXTAUTH_SECRET = randomBytes(32).toString('hex')
  const otherVariables = Object.entries(process.env).filter(
    ([name]) => !CONCORD_VARIABLES.test(name),
  )
  const environment = {
    ...Object.fromEntries(otherVariables),
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET,
  }
  const { web, realtime } = await serveConfigurationFrom(
    { ...environment, NODE_ENV: 'production' },
    { data, host, port },
  )
  const args = ['--import', 'tsx', 'server/pusher-server/main.ts']
  const env = realtime ?? web
  const realtimeServer = superviseProcess({
    name: 'realtime server',
    args,
    env,
    quiet: true,
    printLine: say,
  })
  const server = await startWebServer({ dev: false, host, port, env: web, printLine: say }).catch(
    async (error) => {
      await realtimeServer.stop()
      throw error
    },
  )
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
      return `${SESSION_COOKIE}=${await encodeSessionToken(await createSession(accountId, 'bench'))}`
    },
    stop: async () => {
      await server.stop()
      await realtimeServer.stop()
    },
  }
}
