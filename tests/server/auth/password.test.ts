import { beforeAll, describe, expect, it } from 'vitest'
import { accountOfRequest, revokeAllSessions } from '@/server/auth/session'
import { encodeSessionToken, SESSION_COOKIE } from '@/server/auth/sessionToken'
import { changePassword } from '@/server/people/changePassword'
import { signUp } from '@/server/people/signUp'
import { loadSessions } from '@/server/queries/account'
import { AuthBrowser } from '@/tests/support/authBrowser'
import { makeAccount } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
process.env.NEXTAUTH_URL = 'http://localhost:3000'
const { owner } = await testDatabase()
const password = 'correct horse battery'
let accountCount = 0

async function newAccount() {
  const email = `user${++accountCount}@example.com`
  const { account } = await signUp({ name: 'User', email, password, workspace: 'Home' })
  return account
}

describe('signing in by password', () => {
  it('signing in creates a session of the account', async () => {
    const account = await newAccount()
    const browser = new AuthBrowser()
    expect(await browser.signIn(account.email.toUpperCase(), password)).toBeNull()
    expect(await accountOfRequest(browser.headers)).toMatchObject(account)
    expect((await browser.get('session')).body).toMatchObject({ user: { email: account.email } })
    const [session] = await owner`select user_agent from session where account_id = ${account.id}`
    expect(session?.user_agent).toBe('TestBrowser/1.0')
  })

  it('a wrong password, an unknown e-mail and an account without a password get the same answer', async () => {
    const account = await newAccount()
    const without = await makeAccount()
    const browser = new AuthBrowser()
    const errors = [
      await browser.signIn(account.email, 'wrong password'),
      await browser.signIn('nobody@example.com', password),
      await browser.signIn(without.email, password),
      await browser.signIn('', ''),
    ]
    expect(errors).toEqual(Array(4).fill('CredentialsSignin'))
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  it('an unknown e-mail takes about as long as a wrong password', async () => {
    const account = await newAccount()
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let n = 0; n < 8; n++) {
      const browser = new AuthBrowser(`10.0.1.${n}`)
      times.known.push(await measureMs(() => browser.signIn(account.email, 'wrong password')))
      times.unknown.push(
        await measureMs(() => browser.signIn(`nobody${n}@example.com`, 'wrong one')),
      )
    }
    // Hashing takes nearly all of the time. Without the decoy hash the ratio would be under a
    // fifth.
    const ratio = median(times.unknown) / median(times.known)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  it('ten wrong passwords for an e-mail from one IP address lead to a waiting time', async () => {
    const account = await newAccount()
    const browser = new AuthBrowser('10.9.9.9')
    for (let n = 0; n < 10; n++) await browser.signIn(account.email, 'wrong password')
    expect(await browser.signIn(account.email, password)).toMatch(/^Too many tries\. Wait/)
    expect(await new AuthBrowser('10.9.9.8').signIn(account.email, password)).toBeNull()
  })

  it('a correct password resets the count of wrong ones', async () => {
    const account = await newAccount()
    const browser = new AuthBrowser('10.9.9.7')
    for (let n = 0; n < 25; n++) {
      const right = n % 5 === 4
      const error = await browser.signIn(account.email, right ? password : 'wrong password')
      expect(error).toBe(right ? null : 'CredentialsSignin')
    }
  })

  it('signing in requires the CSRF token', async () => {
    const account = await newAccount()
    const browser = new AuthBrowser()
    const form = { email: account.email, password, csrfToken: 'made up' }
    await browser.post('callback/credentials', form)
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
  })
})

describe('sessions', () => {
  let account: Awaited<ReturnType<typeof newAccount>>
  beforeAll(async () => {
    account = await newAccount()
  })

  async function signedIn() {
    const browser = new AuthBrowser()
    expect(await browser.signIn(account.email, password)).toBeNull()
    return browser
  }

  it('signing out ends a session, even for a cookie that was kept', async () => {
    const browser = await signedIn()
    const kept = browser.headers
    await browser.post('signout')
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
    expect(await accountOfRequest(kept)).toBeNull()
  })

  it('signing out everywhere ends all sessions', async () => {
    const browsers = [await signedIn(), await signedIn()]
    expect(await revokeAllSessions(account.id)).toBeGreaterThanOrEqual(2)
    for (const browser of browsers) {
      expect(await accountOfRequest(browser.headers)).toBeNull()
      expect((await browser.get('session')).body).toEqual({})
    }
  })

  it('a new password ends all sessions except the one that changed it', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    const current = await accountOfRequest(here.headers)
    if (!current) throw new Error('not signed in')
    const wrong = changePassword(current, { current: 'not it', password: 'a new password' })
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid', field: 'current' })
    await changePassword(current, { current: password, password })
    expect(await accountOfRequest(here.headers)).not.toBeNull()
    expect(await accountOfRequest(there.headers)).toBeNull()
    expect(await loadSessions(current)).toMatchObject([
      { current: true, userAgent: 'TestBrowser/1.0' },
    ])
  })

  it('signing in again ends the previous session of the browser', async () => {
    const browser = await signedIn()
    const before = browser.headers
    await browser.signIn(account.email, password)
    expect(await accountOfRequest(before)).toBeNull()
    expect(await accountOfRequest(browser.headers)).not.toBeNull()
  })

  it('a forged or foreign token opens no session', async () => {
    const own = await encodeSessionToken('0198c0de-0000-7000-8000-000000000000')
    process.env.NEXTAUTH_SECRET = 'another secret of at least 32 chars'
    const foreign = await encodeSessionToken('0198c0de-0000-7000-8000-000000000000')
    process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
    for (const token of [own, foreign, `${own.slice(0, -4)}AAAA`, 'x', '']) {
      expect(
        await accountOfRequest(new Headers({ cookie: `${SESSION_COOKIE}=${token}` })),
      ).toBeNull()
    }
  })
})

async function measureMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}
