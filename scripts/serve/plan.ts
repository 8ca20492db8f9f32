import { randomBytes } from 'node:crypto'
import { environmentProblems } from '@/server/environment'
import { realtimePort } from './ports'
import { type Secrets, secretsOf } from './secrets'

export type Plan = {
  secrets: Secrets
  /** The operator's own database; null for the embedded one. */
  outside: { url: string; ownerUrl?: string } | null
  /** Variables for the embedded realtime server; null when there is one elsewhere. */
  realtime: NodeJS.ProcessEnv | null
  /** Variables for the web server, but for DATABASE_URL. */
  web: NodeJS.ProcessEnv
  demo: boolean
}

type Place = { data: string; host: string; port: number }

/**
 * Decides from the environment what is embedded and what is the operator's own.
 * @throws Error that names every missing or malformed variable
 */
export async function planFrom(source: NodeJS.ProcessEnv, place: Place): Promise<Plan> {
  const secrets = secretsOf(place.data)
  const own = withoutEmpty(source)
  const embedded = !own.DATABASE_URL
  const elsewhere = Boolean(own.PUSHER_HOST || own.PUSHER_CLUSTER)
  const web: NodeJS.ProcessEnv = { ...own }
  delete web.DATABASE_OWNER_URL
  // Nobody told its address: then it is whatever address people come by.
  if (!own.NEXTAUTH_URL) web.AUTH_TRUST_HOST = 'true'
  web.NEXTAUTH_URL ??= `http://localhost:${place.port}`
  if (embedded) web.NEXTAUTH_SECRET ??= secrets.nextAuth
  if (!elsewhere) {
    web.PUSHER_APP_ID ??= 'concord'
    web.PUSHER_KEY ??= 'concord'
    web.PUSHER_SECRET ??= secrets.pusher
    web.PUSHER_PORT ??= String(await realtimePort(place.data, place.host))
    web.PUSHER_HOST = '127.0.0.1'
    web.PUSHER_USE_TLS = 'false'
  }
  refuseProblems({ DATABASE_URL: 'postgres://embedded', ...web }, own)
  const demo = own.CONCORD_DEMO ? own.CONCORD_DEMO === 'true' : embedded
  // The sign-in page shows the demo sign-ins.
  web.CONCORD_DEMO = String(demo)
  return {
    secrets,
    outside: own.DATABASE_URL ? { url: own.DATABASE_URL, ownerUrl: own.DATABASE_OWNER_URL } : null,
    realtime: elsewhere ? null : { ...realtimeOnly(web), PUSHER_HOST: place.host },
    web,
    demo,
  }
}

function refuseProblems(whole: NodeJS.ProcessEnv, own: NodeJS.ProcessEnv): void {
  const problems = environmentProblems(whole).map((problem) =>
    problem === 'NEXTAUTH_SECRET is missing.'
      ? `NEXTAUTH_SECRET is missing: with a database of your own, set it to a random text, for example ${randomBytes(32).toString('hex')}.`
      : problem,
  )
  if (own.DATABASE_OWNER_URL) {
    const [problem] = environmentProblems({ ...whole, DATABASE_URL: own.DATABASE_OWNER_URL })
    if (problem?.startsWith('DATABASE_URL')) problems.push(problem.replace('_', '_OWNER_'))
    if (!own.DATABASE_URL) problems.push('DATABASE_URL is missing: DATABASE_OWNER_URL needs it.')
  }
  if (own.CONCORD_DEMO && !['true', 'false'].includes(own.CONCORD_DEMO)) {
    problems.push('CONCORD_DEMO is malformed: it must be true or false.')
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function realtimeOnly(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(all).filter(
    ([name]) => !/^(DATABASE|NEXTAUTH|GITHUB|OIDC)_/.test(name),
  )
  return { ...Object.fromEntries(entries), NODE_ENV: all.NODE_ENV }
}

function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const set = Object.entries(source).filter(([, value]) => value?.trim())
  return { ...Object.fromEntries(set), NODE_ENV: source.NODE_ENV }
}
