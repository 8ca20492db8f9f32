import { z } from 'zod'
import { startPusherServer } from './pusherServer'

const environmentSchema = z.object({
  PUSHER_APP_ID: z.string().min(1),
  PUSHER_KEY: z.string().min(1),
  PUSHER_SECRET: z.string().min(1),
  PUSHER_PORT: z.coerce.number().int().min(1).max(65_535).default(6001),
  PUSHER_HOST: z.string().min(1).default('127.0.0.1'),
})

const parsed = environmentSchema.safeParse(process.env)
if (!parsed.success) {
  const [issue] = parsed.error.issues
  exitWithError(`${issue?.path.join('.')} is missing or malformed: ${issue?.message}.`)
}
const { PUSHER_PORT: port, PUSHER_HOST: host, ...config } = parsed.data

const server = await startPusherServer({
  port,
  host,
  appId: config.PUSHER_APP_ID,
  key: config.PUSHER_KEY,
  secret: config.PUSHER_SECRET,
}).catch((error: NodeJS.ErrnoException) => exitWithError(listenErrorMessage(error)))

console.log(`Realtime server ready on ${host}:${server.port}`)

let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void server.close().then(() => process.exit(0))
  })
}

function listenErrorMessage(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use: set PUSHER_PORT to a free one.`
  }
  return `Cannot listen on port ${port} of ${host}: ${error.message}.`
}

function exitWithError(reason: string): never {
  console.error(reason)
  process.exit(1)
}
