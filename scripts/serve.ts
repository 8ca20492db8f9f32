import { prepareExternalDatabase, startEmbeddedDatabase } from './serve/database'
import { createDemoData, isDemoMissing, readDemoSignIns } from './serve/demoData'
import { serveConfigurationFrom } from './serve/serveConfiguration'
import { shutDownOnSignal } from './serve/shutDownOnSignal'
import { startWebServer } from './serve/startWebServer'
import { superviseProcess } from './serve/superviseProcess'

export type ServeOptions = {
  dev: boolean
  /** The data folder, already locked. */
  data: string
  host: string
  port: number
  runStep: <T>(title: string, work: () => Promise<T>) => Promise<T>
  printLine: (text: string) => void
}

/**
 * Starts database, realtime server and web server, prints their URLs, and keeps them running until
 * the process is stopped.
 * @throws Error in one sentence when something cannot start; everything already started is stopped
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { dev, data, host, port, runStep, printLine } = options
  const stopActions: (() => Promise<void>)[] = []
  const shutdown = shutDownOnSignal(stopActions, printLine)
  try {
    const configuration = await serveConfigurationFrom(process.env, options)
    const { externalDatabase: external } = configuration
    const database = await runStep(
      external ? 'Migrating the database' : 'Starting PostgreSQL',
      () =>
        external
          ? prepareExternalDatabase(external.url, external.ownerUrl)
          : startEmbeddedDatabase(data, configuration.secrets, printLine),
    )
    stopActions.push(database.stop)
    const webEnvironment = { ...configuration.web, DATABASE_URL: database.appUrl }

    if (configuration.realtime) {
      const args = ['--import', 'tsx', 'server/pusher-server/main.ts']
      const env = configuration.realtime
      stopActions.push(
        superviseProcess({ name: 'realtime server', args, env, quiet: true, printLine }).stop,
      )
    }
    if (configuration.demo && isDemoMissing(data)) {
      Object.assign(process.env, webEnvironment)
      await runStep('Making the demo data', () => createDemoData(data))
    }
    const webServer = await runStep('Starting the web server', () =>
      startWebServer({ dev, host, port, env: webEnvironment, printLine }),
    )
    stopActions.push(webServer.stop)
    printLine(
      welcomeMessage(webEnvironment.NEXTAUTH_URL, configuration.demo ? readDemoSignIns(data) : []),
    )
  } catch (error) {
    if (shutdown.hasBegun()) return
    await shutdown.stopAll()
    throw error
  }
}

function welcomeMessage(
  address: string | undefined,
  signIns: { email: string; password: string }[],
) {
  const lines = signIns.slice(0, 2).map(({ email, password }) => `    ${email}  ${password}`)
  const demo = lines.length > 0 ? ['', '  Sign in as one of', ...lines] : []
  return ['', `  Concord is ready at ${address}`, ...demo, '', '  Ctrl-C stops it.', ''].join('\n')
}
