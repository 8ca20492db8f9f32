import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import GitHub from 'next-auth/providers/github'
import { z } from 'zod'
import { Problem } from '@/server/access/problem'
import { waysIn } from '@/server/access/waysIn'
import { addressOf } from './address'
import { passwordSignIn } from './passwordSignIn'

type Provider = AuthOptions['providers'][number]

/** The ways in, those elsewhere only where their variables are set. */
export function providersFor(headers: Headers): Provider[] {
  const ids = waysIn().others.map((way) => way.id)
  return [
    password(headers),
    ...(ids.includes('github') ? [github()] : []),
    ...(ids.includes('oidc') ? [oidc()] : []),
  ]
}

const given = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().max(1_000),
})

function password(headers: Headers): Provider {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (credentials) => {
      const input = given.safeParse(credentials)
      if (!input.success) return null
      try {
        return await passwordSignIn(input.data, addressOf(headers))
      } catch (error) {
        // The message goes to the browser: only what was written for it may.
        if (error instanceof Problem) throw error
        console.error('Sign-in failed.', error)
        throw new Error('The server failed to sign you in. Try again in a moment.')
      }
    },
  })
}

const emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

function github(): Provider {
  return GitHub({
    clientId: process.env.GITHUB_ID ?? '',
    clientSecret: process.env.GITHUB_SECRET ?? '',
    userinfo: {
      url: 'https://api.github.com/user',
      // The profile shows one e-mail and not whether it was verified; the list of e-mails does.
      async request({ client, tokens }) {
        const profile = await client.userinfo(tokens.access_token ?? '')
        const answer = await fetch('https://api.github.com/user/emails', {
          headers: { Authorization: `Bearer ${tokens.access_token}` },
        })
        const list = emails.safeParse(answer.ok ? await answer.json() : [])
        const primary = list.data?.find((each) => each.primary && each.verified)
        return { ...profile, email: primary?.email, email_verified: Boolean(primary) }
      },
    },
  })
}

function oidc(): Provider {
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
