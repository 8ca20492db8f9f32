import { z } from 'zod'
import { startRealtimeServer } from './server'

const environment = z.object({
  PUSHER_APP_ID: z.string().min(1),
  PUSHER_KEY: z.string().min(1),
  PUSHER_SECRET: z.string().min(1),
  PUSHER_PORT: z.coerce.number().int().min(1).max(65_535).default(6001),
  PUSHER_HOST: z.string().min(1).default('127.0.0.1'),
})

const parsed = environment.safeParse(process.env)
if (!parsed.success) {
  const [issue] = parsed.error.issues
  stop(`${issue?.path.join('.')} is missing or malformed: ${issue?.message}.`)
}
const { PUSHER_PORT: port, PUSHER_HOST: host, ...app } = parsed.data

const server = await startRealtimeServer({
  port,
  host,
  appId: app.PUSHER_APP_ID,
  key: app.PUSHER_KEY,
  secret: app.PUSHER_SECRET,
}).catch((error: NodeJS.ErrnoException) => stop(sentence(error)))

console.log(`Realtime server ready on ${host}:${server.port}`)

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void server.close().then(() => process.exit(0))
  })
}

function sentence(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use: set PUSHER_PORT to a free one.`
  }
  return `Cannot listen on port ${port} of ${host}: ${error.message}.`
}

function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}
