import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import GitHub from 'next-auth/providers/github'
import { z } from 'zod'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { signInProviders } from '@/server/auth/signInProviders'
import { logger } from '@/server/observability/logger'
import { clientIp } from './clientIp'
import { openPasswordSession } from './openSession'
import { signInWithPassword } from './signInWithPassword'

type Provider = AuthOptions['providers'][number]

declare module 'next-auth' {
  interface User {
    /** The session that a sign-in by password has opened. */
    sessionId?: Id
  }
}

/** Returns the sign-in providers. External ones are included only when their variables are set. */
export function providersFor(headers: Headers): Provider[] {
  const ids = signInProviders().external.map((provider) => provider.id)
  return [
    passwordProvider(headers),
    ...(ids.includes('github') ? [githubProvider()] : []),
    ...(ids.includes('oidc') ? [oidcProvider()] : []),
  ]
}

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().max(1_000),
})

function passwordProvider(headers: Headers): Provider {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (credentials) => {
      const parsed = credentialsSchema.safeParse(credentials)
      if (!parsed.success) return null
      try {
        const account = await signInWithPassword(parsed.data, clientIp(headers))
        if (!account) return null
        const sessionId = await openPasswordSession(account, headers)
        return sessionId ? { id: account.id, sessionId } : null
      } catch (error) {
        // The browser receives the message, so only messages written for users may pass.
        if (error instanceof ApiError) throw error
        logger().error({ err: error }, 'sign-in failed')
        throw new Error('The server failed to sign you in. Try again in a moment.')
      }
    },
  })
}

const githubEmailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
)

function githubProvider(): Provider {
  return GitHub({
    clientId: process.env.GITHUB_ID ?? '',
    clientSecret: process.env.GITHUB_SECRET ?? '',
    userinfo: {
      url: 'https://api.github.com/user',
      // The profile contains one e-mail without its verification. The list of e-mails has both.
      async request({ client, tokens }) {
        const profile = await client.userinfo(tokens.access_token ?? '')
        const response = await fetch('https://api.github.com/user/emails', {
          headers: { Authorization: `Bearer ${tokens.access_token}` },
        })
        const parsed = githubEmailsSchema.safeParse(response.ok ? await response.json() : [])
        const primary = parsed.data?.find((each) => each.primary && each.verified)
        return { ...profile, email: primary?.email, email_verified: Boolean(primary) }
      },
    },
  })
}

function oidcProvider(): Provider {
  const issuer = (process.env.OIDC_ISSUER ?? '').replace(/\/$/, '')
  return {
    id: 'oidc',
    name: process.env.OIDC_NAME || 'Single sign-on',
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: process.env.OIDC_CLIENT_ID,
    clientSecret: process.env.OIDC_CLIENT_SECRET,
    profile: (claims) => ({
      id: String(claims.sub),
      name: String(claims.name ?? claims.preferred_username ?? ''),
      email: String(claims.email ?? ''),
    }),
  }
}
