import { randomBytes } from 'node:crypto'
import { environmentProblems } from '@/server/environment'
import { realtimePort } from './realtimePort'
import { loadSecrets, type Secrets } from './secrets'

export type ServeConfiguration = {
  secrets: Secrets
  /** The operator's own database; null for the embedded one. */
  externalDatabase: { url: string; ownerUrl?: string } | null
  /** Environment of the embedded realtime server; null when an external one is configured. */
  realtime: NodeJS.ProcessEnv | null
  /** Environment of the web server, without DATABASE_URL. */
  web: NodeJS.ProcessEnv
  demo: boolean
}

type ServeLocation = { data: string; host: string; port: number }

/**
 * Decides from the environment which parts are embedded and which are external.
 * @throws Error that names every missing or malformed variable
 */
export async function serveConfigurationFrom(
  source: NodeJS.ProcessEnv,
  location: ServeLocation,
): Promise<ServeConfiguration> {
  const secrets = loadSecrets(location.data)
  const environment = withoutEmptyVariables(source)
  const isDatabaseEmbedded = !environment.DATABASE_URL
  const hasExternalRealtime = Boolean(environment.PUSHER_HOST || environment.PUSHER_CLUSTER)
  const web: NodeJS.ProcessEnv = { ...environment }
  delete web.DATABASE_OWNER_URL
  // Without a configured URL, the request's own host is trusted.
  if (!environment.NEXTAUTH_URL) web.AUTH_TRUST_HOST = 'true'
  web.NEXTAUTH_URL ??= `http://localhost:${location.port}`
  if (isDatabaseEmbedded) web.NEXTAUTH_SECRET ??= secrets.nextAuth
  if (!hasExternalRealtime) {
    web.PUSHER_APP_ID ??= 'concord'
    web.PUSHER_KEY ??= 'concord'
    web.PUSHER_SECRET ??= secrets.pusher
    web.PUSHER_PORT ??= String(await realtimePort(location.data, location.host))
    web.PUSHER_HOST = '127.0.0.1'
    web.PUSHER_USE_TLS = 'false'
  }
  throwOnProblems({ DATABASE_URL: 'postgres://embedded', ...web }, environment)
  const demo = environment.CONCORD_DEMO ? environment.CONCORD_DEMO === 'true' : isDatabaseEmbedded
  // The sign-in page shows the demo accounts.
  web.CONCORD_DEMO = String(demo)
  return {
    secrets,
    externalDatabase: environment.DATABASE_URL
      ? { url: environment.DATABASE_URL, ownerUrl: environment.DATABASE_OWNER_URL }
      : null,
    realtime: hasExternalRealtime
      ? null
      : { ...realtimeEnvironment(web), PUSHER_HOST: location.host },
    web,
    demo,
  }
}

function throwOnProblems(webEnvironment: NodeJS.ProcessEnv, environment: NodeJS.ProcessEnv): void {
  const problems = environmentProblems(webEnvironment).map((problem) =>
    problem === 'NEXTAUTH_SECRET is missing.'
      ? `NEXTAUTH_SECRET is missing: with a database of your own, set it to a random text, for example ${randomBytes(32).toString('hex')}.`
      : problem,
  )
  if (environment.DATABASE_OWNER_URL) {
    const [problem] = environmentProblems({
      ...webEnvironment,
      DATABASE_URL: environment.DATABASE_OWNER_URL,
    })
    if (problem?.startsWith('DATABASE_URL')) problems.push(problem.replace('_', '_OWNER_'))
    if (!environment.DATABASE_URL)
      problems.push('DATABASE_URL is missing: DATABASE_OWNER_URL needs it.')
  }
  if (environment.CONCORD_DEMO && !['true', 'false'].includes(environment.CONCORD_DEMO)) {
    problems.push('CONCORD_DEMO is malformed: it must be true or false.')
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function realtimeEnvironment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(all).filter(
    ([name]) => !/^(DATABASE|NEXTAUTH|GITHUB|OIDC|CONCORD_METRICS)_/.test(name),
  )
  return { ...Object.fromEntries(entries), NODE_ENV: all.NODE_ENV }
}

function withoutEmptyVariables(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const set = Object.entries(source).filter(([, value]) => value?.trim())
  return { ...Object.fromEntries(set), NODE_ENV: source.NODE_ENV }
}
