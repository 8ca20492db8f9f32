import { DEMO_ACCOUNTS, isDemo } from '@/server/people/demoAccounts'

export interface WaysIn {
  /** Providers besides e-mail and password that are set up. */
  others: { id: 'github' | 'oidc'; name: string }[]
  /** Sign-ins of the demo data, where this is a demo. */
  demo: { name: string; email: string; password: string }[]
}

/** What a sign-in page may offer, as the environment says. */
export function waysIn(): WaysIn {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env
  const others: WaysIn['others'] = []
  if (GITHUB_ID && GITHUB_SECRET) others.push({ id: 'github', name: 'GitHub' })
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    others.push({ id: 'oidc', name: process.env.OIDC_NAME || 'Single sign-on' })
  }
  return { others, demo: isDemo() ? [...DEMO_ACCOUNTS] : [] }
}
