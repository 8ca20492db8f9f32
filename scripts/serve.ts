import { keepRunning } from './serve/child'
import { embeddedDatabase, outsideDatabase } from './serve/database'
import { demoIsMissing, demoSignIns, makeDemo } from './serve/demo'
import { planFrom } from './serve/plan'
import { stopOnSignal } from './serve/stop'
import { startWeb } from './serve/web'

export type ServeOptions = {
  dev: boolean
  /** The data folder, already taken. */
  data: string
  host: string
  port: number
  step: <T>(title: string, work: () => Promise<T>) => Promise<T>
  say: (text: string) => void
}

/**
 * Starts database, realtime server and web server, says where to find them, and keeps them
 * running until the process is told to stop.
 * @throws Error in one sentence when something cannot start; what had started is stopped
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { dev, data, host, port, step, say } = options
  const parts: (() => Promise<void>)[] = []
  const stopping = stopOnSignal(parts, say)
  try {
    const plan = await planFrom(process.env, options)
    const { outside } = plan
    const database = await step(outside ? 'Migrating the database' : 'Starting PostgreSQL', () =>
      outside
        ? outsideDatabase(outside.url, outside.ownerUrl)
        : embeddedDatabase(data, plan.secrets, say),
    )
    parts.push(database.stop)
    const web = { ...plan.web, DATABASE_URL: database.appUrl }

    if (plan.realtime) {
      const args = ['--import', 'tsx', 'server/realtime/main.ts']
      const env = plan.realtime
      parts.push(keepRunning({ name: 'realtime server', args, env, quiet: true, say }).stop)
    }
    if (plan.demo && demoIsMissing(data)) {
      Object.assign(process.env, web)
      await step('Making the demo data', () => makeDemo(data))
    }
    const server = await step('Starting the web server', () =>
      startWeb({ dev, host, port, env: web, say }),
    )
    parts.push(server.stop)
    say(welcome(web.NEXTAUTH_URL, plan.demo ? demoSignIns(data) : []))
  } catch (error) {
    if (stopping.begun()) return
    await stopping.stopAll()
    throw error
  }
}

function welcome(address: string | undefined, signIns: { email: string; password: string }[]) {
  const lines = signIns.slice(0, 2).map(({ email, password }) => `    ${email}  ${password}`)
  const demo = lines.length > 0 ? ['', '  Sign in as one of', ...lines] : []
  return ['', `  Concord is ready at ${address}`, ...demo, '', '  Ctrl-C stops it.', ''].join('\n')
}
