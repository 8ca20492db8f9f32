import { setTimeout as pause } from 'node:timers/promises'
import { type SupervisedProcess, superviseProcess } from './superviseProcess'

export type WebServerOptions = {
  dev: boolean
  host: string
  port: number
  env: NodeJS.ProcessEnv
  printLine: (text: string) => void
}

const NEXT = 'node_modules/next/dist/bin/next'
const START_TIMEOUT_MS = 120_000
/**
 * Longer than proxies keep an idle connection (60 s by default). With a shorter time, the server may
 * close a connection just when a request arrives on it.
 */
const KEEP_ALIVE_MS = 65_000

/**
 * Starts the web server and resolves when it responds.
 * @throws Error in one sentence when it ends before that or takes too long
 */
export async function startWebServer(options: WebServerOptions): Promise<SupervisedProcess> {
  const command = process.env.CONCORD_WEB_COMMAND ?? webCommand(options)
  const child = superviseProcess({
    name: 'web server',
    args: [...command.split(' '), '-p', String(options.port), '-H', options.host],
    env: {
      ...options.env,
      NODE_ENV: options.dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    printLine: options.printLine,
  })
  try {
    await waitUntilReady(options, child)
    return child
  } catch (error) {
    await child.stop()
    throw error
  }
}

const webCommand = ({ dev }: WebServerOptions) =>
  dev ? `${NEXT} dev` : `${NEXT} start --keepAliveTimeout ${KEEP_ALIVE_MS}`

async function waitUntilReady(options: WebServerOptions, child: SupervisedProcess): Promise<void> {
  const host = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${options.port}/api/health`
  const end = Date.now() + START_TIMEOUT_MS
  let ended = false
  void child.firstExit.then(() => {
    ended = true
  })
  while (Date.now() < end) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    if (ended) throw new Error('The web server ended while it was starting; see the output above.')
    await pause(50)
  }
  throw new Error(`The web server did not answer at ${address} within two minutes.`)
}
