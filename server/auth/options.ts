import type { AuthOptions, Profile, Account as ProviderAccount, User } from 'next-auth'
import type { Id } from '@/domain/words'
import { Problem } from '@/server/access/problem'
import { accountOfIdentity } from './identity'
import { providersFor } from './providers'
import { accountOfSession, endSession, openSession } from './session'
import { SESSION_COOKIE, SESSION_SECONDS, sessionIdOf, sessionSecret } from './token'

/**
 * next-auth's settings for one request. The cookie's token carries nothing but the id of a row of
 * table `session`: revoking the row signs the browser out, whatever the token says.
 */
export function authOptions(headers: Headers): AuthOptions {
  const secure = isSecure(headers)
  return {
    secret: sessionSecret(),
    providers: providersFor(headers),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
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
          user.id = await accountOfIdentity(vouchedBy(account, user, profile))
          return true
        } catch (error) {
          if (error instanceof Problem) return '/sign-in?error=Unverified'
          console.error('Sign-in failed.', error)
          return '/sign-in?error=Callback'
        }
      },
      jwt: async ({ token, user }) => {
        if (user) return { sid: await startSession(user.id, headers) }
        if (!(await liveAccount(token.sid))) throw new Error('The session has ended.')
        return { sid: token.sid }
      },
      session: async ({ session, token }) => {
        const account = await liveAccount(token.sid)
        return { ...session, user: { name: account?.name, email: account?.email } }
      },
    },
    events: {
      signOut: async ({ token }) => {
        const account = await liveAccount(token?.sid)
        if (account) await endSession(account.id, account.sessionId)
      },
    },
    logger: {
      // An ended session is an ordinary thing; what else fails is not.
      error: (code, detail) => {
        if (code === 'JWT_SESSION_ERROR') return
        const error = detail instanceof Error ? detail : detail.error
        console.error(`Sign-in failed (${code}): ${error.message}`)
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

// The browser's session of before, if any, is left behind by the new cookie: it ends here.
async function startSession(accountId: Id, headers: Headers): Promise<Id> {
  const before = await liveAccount(await sessionIdOf(headers))
  if (before) await endSession(before.id, before.sessionId)
  return openSession(accountId, headers.get('user-agent'))
}

async function liveAccount(sid: unknown) {
  return typeof sid === 'string' ? accountOfSession(sid as Id) : null
}

function vouchedBy(account: ProviderAccount | null, user: User, profile?: Profile) {
  const verified = (profile as { email_verified?: unknown } | undefined)?.email_verified === true
  return {
    provider: account?.provider ?? '',
    subject: account?.providerAccountId ?? '',
    name: user.name ?? '',
    verifiedEmail: verified ? (profile?.email ?? null) : null,
  }
}

function isSecure(headers: Headers): boolean {
  const own = process.env.NEXTAUTH_URL
  return own ? own.startsWith('https:') : headers.get('x-forwarded-proto') === 'https'
}
