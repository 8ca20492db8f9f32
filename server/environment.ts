import { z } from 'zod'

const nonEmptyText = z.string().trim().min(1)
const port = z.coerce.number('is not a number').int().min(1).max(65_535)
const booleanFlag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((v) => v === 'true')
const urlWithProtocol = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      return URL.canParse(value) && protocols.includes(new URL(value).protocol)
    },
    `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  )

const databaseUrl = urlWithProtocol('postgres:', 'postgresql:')
const httpUrl = urlWithProtocol('http:', 'https:')

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environmentSchema = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: z.coerce.number('is not a number').int().min(1).max(1_000).default(10),
  PUSHER_APP_ID: nonEmptyText,
  PUSHER_KEY: nonEmptyText,
  PUSHER_SECRET: nonEmptyText,
  PUSHER_HOST: nonEmptyText.optional(),
  PUSHER_PORT: port.optional(),
  PUSHER_USE_TLS: booleanFlag.optional(),
  PUSHER_CLUSTER: nonEmptyText.optional(),
  PUSHER_PUBLIC_URL: urlWithProtocol('ws:', 'wss:').optional(),
  CONCORD_SUBSCRIBERS: z.enum(['web', 'worker'], 'must be web or worker').default('web'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  CONCORD_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  IMPORT_MAX_MB: z.coerce.number('is not a number').int().min(1).default(1_024),
  TRUSTED_PROXIES: z.coerce.number('is not a number').int().min(1).max(10).default(1),
  NEXTAUTH_URL: httpUrl,
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  GITHUB_ID: nonEmptyText.optional(),
  GITHUB_SECRET: nonEmptyText.optional(),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: nonEmptyText.optional(),
  OIDC_CLIENT_SECRET: nonEmptyText.optional(),
  OIDC_NAME: nonEmptyText.default('Single sign-on'),
})

export type Environment = z.infer<typeof environmentSchema>

/** Groups of variables that must be set together. */
const REQUIRED_TOGETHER = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

/**
 * Checks a set of variables. An empty one counts as missing.
 * @returns one sentence for each invalid variable
 */
export function environmentProblems(source: NodeJS.ProcessEnv): string[] {
  const setVariables = withoutEmpty(source)
  const result = environmentSchema.safeParse(setVariables)
  const problems = (result.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0])
    return name in setVariables
      ? `${name} is malformed: it ${toPredicate(issue.message)}.`
      : `${name} is missing.`
  })
  for (const group of REQUIRED_TOGETHER) {
    const set = group.find((name) => name in setVariables)
    const missing = set ? group.filter((name) => !(name in setVariables)) : []
    problems.push(...missing.map((name) => `${name} is missing: ${set} needs it.`))
  }
  return problems
}

let cachedEnvironment: Environment | undefined

/**
 * Returns the checked environment of this process, read once.
 * @throws Error that names every missing or malformed variable, one sentence each
 */
export function environment(): Environment {
  if (!cachedEnvironment) {
    const problems = environmentProblems(process.env)
    if (problems.length > 0) throw new Error(problems.join(' '))
    cachedEnvironment = environmentSchema.parse(withoutEmpty(process.env))
  }
  return cachedEnvironment
}

/** The address of the realtime server for browsers, sent with the page. */
export type PublicRealtime = {
  key: string
  cluster: string | null
  /** Null stands for the page's own host, with `port`. */
  host: string | null
  port: number | null
  tls: boolean
}

/** Returns the realtime settings that a browser may know, without secrets. */
export function publicRealtime(): PublicRealtime {
  const variables = environment()
  const { PUSHER_KEY: key, PUSHER_CLUSTER: cluster = null } = variables
  if (variables.PUSHER_PUBLIC_URL) {
    const url = new URL(variables.PUSHER_PUBLIC_URL)
    const tls = url.protocol === 'wss:'
    return { key, cluster, host: url.hostname, port: Number(url.port) || (tls ? 443 : 80), tls }
  }
  const host = variables.PUSHER_HOST ?? null
  const isLoopback = host !== null && ['127.0.0.1', 'localhost', '::1'].includes(host)
  const tls = variables.PUSHER_USE_TLS ?? host === null
  return { key, cluster, host: isLoopback ? null : host, port: variables.PUSHER_PORT ?? null, tls }
}

function withoutEmpty(source: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.entries(source).filter(([, value]) => value?.trim())
  return Object.fromEntries(set) as Record<string, string>
}

function toPredicate(message: string): string {
  const start = message.charAt(0).toLowerCase() + message.slice(1)
  return /^(is|must|has)\b/.test(start) ? start : `is ${start}`
}
