// `npm run worker`: a process that runs the subscribers, which publish changes and keep the
// projections. Start as many as needed, and set CONCORD_SUBSCRIBERS=worker for the web servers. The
// workers share the projects.
import { resolve } from 'node:path'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { logger } from '@/server/observability/logger'
import { openDatabase } from './cli/openDatabase'
import { workerEnvironment } from './serve/workerEnvironment'

const printLine = (text: string) => process.stderr.write(`${text}\n`)

try {
  const closeDatabase = await openDatabase(printLine, { mustRun: true })
  const data = resolve(process.env.CONCORD_DATA || '.data')
  Object.assign(process.env, workerEnvironment(process.env, data))
  const running = startSubscribers({ listens: true })
  await running.ready
  logger().info('worker started')
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    // Finishes the running batches, so that no other process has to repeat them.
    await running.stop()
    await closeDatabase()
    logger().info('worker stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
} catch (error) {
  printLine(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
