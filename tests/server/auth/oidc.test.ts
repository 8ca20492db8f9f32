import { describe, expect, it, vi } from 'vitest'
import { accountOfRequest } from '@/server/auth/session'
import { logger } from '@/server/observability/logger'
import { signUp } from '@/server/people/signUp'
import { AuthBrowser } from '@/tests/support/authBrowser'
import { type Claims, oidcIssuer } from '@/tests/support/oidcIssuer'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const issuer = await oidcIssuer()
Object.assign(process.env, {
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  NEXTAUTH_URL: 'http://localhost:3000',
  OIDC_ISSUER: issuer.url,
  OIDC_CLIENT_ID: 'concord',
  OIDC_CLIENT_SECRET: 'the secret of the client',
})
const password = 'correct horse battery'

/** Signs in at the issuer. Returns the URL to which next-auth then sends the browser. */
async function signInAs(claims: Claims, browser = new AuthBrowser()) {
  const { body } = await browser.post('signin/oidc', { callbackUrl: 'http://localhost:3000/next' })
  const query = issuer.consent((body as { url: string }).url, claims)
  const { location } = await browser.get(`callback/oidc?${query}`)
  return { browser, location }
}

describe('signing in through an OIDC issuer', () => {
  it('the first sign-in creates an account and the next one finds it', async () => {
    const claims = { sub: 'u1', name: 'Olga', email: 'Olga@Example.com', email_verified: true }
    const first = await signInAs(claims)
    expect(first.location).toBe('http://localhost:3000/next')
    const account = await accountOfRequest(first.browser.headers)
    expect(account).toMatchObject({ name: 'Olga', email: 'olga@example.com' })
    // The e-mail may change at the issuer and need not be verified any more: the subject identifies
    // the account.
    const again = await signInAs({ sub: 'u1', email: 'new@example.com', email_verified: false })
    expect((await accountOfRequest(again.browser.headers))?.id).toBe(account?.id)
  })

  it('a verified e-mail links to its existing account, for this subject only', async () => {
    const email = 'squatted@example.com'
    const { account } = await signUp({ name: 'Who?', email, password, workspace: 'Home' })
    const squatter = new AuthBrowser()
    expect(await squatter.signIn(email, password)).toBeNull()
    const { browser } = await signInAs({ sub: 'u2', email, email_verified: true })
    expect((await accountOfRequest(browser.headers))?.id).toBe(account.id)
    expect(await accountOfRequest(squatter.headers)).toBeNull()
    expect(await squatter.signIn(email, password)).toBe('CredentialsSignin')
  })

  it.each([[{ email_verified: false }], [{}], [{ email: undefined, email_verified: true }]])(
    'a new person whose e-mail is not verified is rejected: %j',
    async (claims) => {
      const email = 'mallory@example.com'
      const { browser, location } = await signInAs({ sub: 'u3', email, ...claims })
      expect(location).toContain('/sign-in?error=Unverified')
      expect(await accountOfRequest(browser.headers)).toBeNull()
      expect(await owner`select 1 from account where email = ${email}`).toHaveLength(0)
    },
  )

  it('an unverified e-mail does not give access to the existing account', async () => {
    const email = 'victim@example.com'
    await signUp({ name: 'Victim', email, password, workspace: 'Home' })
    const { browser } = await signInAs({ sub: 'u4', email, email_verified: false })
    expect(await accountOfRequest(browser.headers)).toBeNull()
    expect(await new AuthBrowser().signIn(email, password)).toBeNull()
  })

  it('a response that this browser did not request is rejected', async () => {
    const asking = new AuthBrowser()
    const { body } = await asking.post('signin/oidc')
    const claims = { sub: 'u5', email: 'u5@example.com', email_verified: true }
    const query = issuer.consent((body as { url: string }).url, claims)
    const other = new AuthBrowser()
    const noted = vi.spyOn(logger(), 'error').mockImplementation(() => {})
    await other.get(`callback/oidc?${query}`)
    expect(noted).toHaveBeenCalledOnce()
    noted.mockRestore()
    expect(await accountOfRequest(other.headers)).toBeNull()
  })

  it('nobody is redirected to another site', async () => {
    const browser = new AuthBrowser()
    const { body } = await browser.post('signin/oidc', { callbackUrl: 'https://evil.example/' })
    const claims = { sub: 'u6', email: 'u6@example.com', email_verified: true }
    const query = issuer.consent((body as { url: string }).url, claims)
    const { location } = await browser.get(`callback/oidc?${query}`)
    expect(location).toBe('http://localhost:3000')
  })
})
