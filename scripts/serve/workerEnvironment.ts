import { environmentProblems } from '@/server/environment'
import { savedRealtimePort } from './realtimePort'
import { loadSecrets } from './secrets'

/**
 * Returns the environment of a worker: the given variables and, when no external realtime server is
 * configured, the address of the embedded one of the data folder.
 * @throws Error that names every missing or malformed variable
 */
export function workerEnvironment(source: NodeJS.ProcessEnv, data: string): NodeJS.ProcessEnv {
  const set = Object.entries(source).filter(([, value]) => value?.trim())
  const variables: NodeJS.ProcessEnv = { ...Object.fromEntries(set), NODE_ENV: source.NODE_ENV }
  // A worker signs nobody in and has no URL.
  variables.NEXTAUTH_URL ??= 'http://localhost'
  variables.NEXTAUTH_SECRET ??= 'A worker signs no session in at all.'
  if (!variables.PUSHER_HOST && !variables.PUSHER_CLUSTER) {
    const port = savedRealtimePort(data)
    variables.PUSHER_APP_ID ??= 'concord'
    variables.PUSHER_KEY ??= 'concord'
    variables.PUSHER_SECRET ??= loadSecrets(data).pusher
    if (port) variables.PUSHER_PORT ??= String(port)
    variables.PUSHER_HOST = '127.0.0.1'
    variables.PUSHER_USE_TLS = 'false'
  }
  const problems = environmentProblems(variables)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return variables
}
