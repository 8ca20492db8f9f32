import type { AuthOptions, Profile, Account as ProviderAccount, User } from 'next-auth'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { logger } from '@/server/observability/logger'
import { providersFor } from './nextAuthProviders'
import { openSession } from './openSession'
import { accountForIdentity } from './providerIdentity'
import { accountOfSession, revokeSession } from './session'
import { SESSION_COOKIE, SESSION_MAX_AGE_SECONDS, sessionSecret } from './sessionToken'

/**
 * Returns next-auth's settings for one request. The cookie's token contains only the id of a row in
 * table `session`: revoking the row signs the browser out, whatever the token says.
 */
export function authOptions(headers: Headers): AuthOptions {
  const secure = usesHttps(headers)
  return {
    secret: sessionSecret(),
    providers: providersFor(headers),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: SESSION_COOKIE,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.type === 'credentials') return true
        try {
          user.id = await accountForIdentity(toProviderIdentity(account, user, profile))
          return true
        } catch (error) {
          if (error instanceof ApiError) return '/sign-in?error=Unverified'
          logger().error({ err: error }, 'sign-in failed')
          return '/sign-in?error=Callback'
        }
      },
      jwt: async ({ token, user }) => {
        if (user) return { sid: user.sessionId ?? (await openSession(user.id, headers)) }
        if (!(await accountOfLiveSession(token.sid))) throw new Error('The session has ended.')
        return { sid: token.sid }
      },
      session: async ({ session, token }) => {
        const account = await accountOfLiveSession(token.sid)
        return { ...session, user: { name: account?.name, email: account?.email } }
      },
    },
    events: {
      signOut: async ({ token }) => {
        const account = await accountOfLiveSession(token?.sid)
        if (account) await revokeSession(account.id, account.sessionId)
      },
    },
    logger: {
      // An ended session is normal. Other errors are logged.
      error: (code, detail) => {
        if (code === 'JWT_SESSION_ERROR') return
        const error = detail instanceof Error ? detail : detail.error
        logger().error({ err: error, code }, 'sign-in failed')
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

async function accountOfLiveSession(sid: unknown) {
  return typeof sid === 'string' ? accountOfSession(sid as Id) : null
}

function toProviderIdentity(account: ProviderAccount | null, user: User, profile?: Profile) {
  const verified = (profile as { email_verified?: unknown } | undefined)?.email_verified === true
  return {
    provider: account?.provider ?? '',
    subject: account?.providerAccountId ?? '',
    name: user.name ?? '',
    verifiedEmail: verified ? (profile?.email ?? null) : null,
  }
}

function usesHttps(headers: Headers): boolean {
  const configuredUrl = process.env.NEXTAUTH_URL
  return configuredUrl
    ? configuredUrl.startsWith('https:')
    : headers.get('x-forwarded-proto') === 'https'
}
