import { DEMO_ACCOUNTS, isDemoEnabled } from '@/server/people/demoAccounts'

export interface SignInOptions {
  /** Providers besides e-mail and password that are set up. */
  external: { id: 'github' | 'oidc'; name: string }[]
  /** Sign-ins of the demo data, where this is a demo. */
  demoAccounts: { name: string; email: string; password: string }[]
}

/** What a sign-in page may offer, as the environment says. */
export function signInProviders(): SignInOptions {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env
  const external: SignInOptions['external'] = []
  if (GITHUB_ID && GITHUB_SECRET) external.push({ id: 'github', name: 'GitHub' })
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    external.push({ id: 'oidc', name: process.env.OIDC_NAME || 'Single sign-on' })
  }
  return { external, demoAccounts: isDemoEnabled() ? [...DEMO_ACCOUNTS] : [] }
}
