import { DEMO_ACCOUNTS, isDemoEnabled } from '@/server/people/demoAccounts'

export interface SignInOptions {
  /** The configured providers besides e-mail and password. */
  external: { id: 'github' | 'oidc'; name: string }[]
  /** Sign-ins of the demo data; empty without it. */
  demoAccounts: { name: string; email: string; password: string }[]
}

/** Returns the sign-in options that the environment configures. */
export function signInProviders(): SignInOptions {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env
  const external: SignInOptions['external'] = []
  if (GITHUB_ID && GITHUB_SECRET) external.push({ id: 'github', name: 'GitHub' })
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    external.push({ id: 'oidc', name: process.env.OIDC_NAME || 'Single sign-on' })
  }
  return { external, demoAccounts: isDemoEnabled() ? [...DEMO_ACCOUNTS] : [] }
}
