import { beforeEach, expect, it, vi } from 'vitest'
import { accountForIdentity } from '@/server/auth/providerIdentity'
import { accountOfRequest } from '@/server/auth/session'
import { changePassword } from '@/server/people/changePassword'
import { signUp } from '@/server/people/signUp'
import { AuthBrowser } from '@/tests/support/authBrowser'
import { testDatabase } from '@/tests/support/testDatabase'

const hooks = vi.hoisted(() => ({ afterVerification: async () => {} }))

/** The real module, which lets a test act between the verification of a password and its use. */
vi.mock('@/server/people/passwordHash', async (importOriginal) => {
  const original = await importOriginal<typeof import('@/server/people/passwordHash')>()
  return {
    ...original,
    verifyPassword: async (...args: Parameters<typeof original.verifyPassword>) => {
      const isCorrect = await original.verifyPassword(...args)
      await hooks.afterVerification()
      return isCorrect
    },
  }
})

process.env.NEXTAUTH_SECRET = 'a secret of at least 32 characters'
process.env.NEXTAUTH_URL = 'http://localhost:3000'
const { owner } = await testDatabase()
const password = 'correct horse battery'
let accountCount = 0

beforeEach(() => {
  hooks.afterVerification = async () => {}
})

/** An account whose e-mail somebody registered who does not own it, and a browser of theirs. */
async function squattedAccount() {
  const email = `squatted${++accountCount}@example.com`
  const { account } = await signUp({ name: 'Squatter', email, password, workspace: 'Home' })
  const browser = new AuthBrowser()
  expect(await browser.signIn(email, password)).toBeNull()
  const signedIn = await accountOfRequest(browser.headers)
  if (!signedIn) throw new Error('not signed in')
  return { account, email, browser, signedIn }
}

/** The owner of the address signs in through a provider, which takes the account over. */
const ownerSignsIn = (email: string) =>
  accountForIdentity({ provider: 'oidc', subject: email, name: 'Owner', verifiedEmail: email })

async function accessOf(accountId: string) {
  const [access] = await owner`
    select password_hash is not null as "hasPassword",
      (select count(*)::int from session where account_id = account.id and revoked_at is null)
        as "liveSessions"
    from account where id = ${accountId}`
  return access
}

it('a password change does not set a password after the owner of the e-mail has signed in', async () => {
  const { account, email, signedIn } = await squattedAccount()
  hooks.afterVerification = async () => {
    await ownerSignsIn(email)
  }
  const change = changePassword(signedIn, { current: password, password: 'another password' })
  await expect(change).rejects.toMatchObject({ kind: 'unauthenticated' })
  expect(await accessOf(account.id)).toEqual({ hasPassword: false, liveSessions: 0 })
})

it('an ended session cannot set the password of an account that has none', async () => {
  const { account, email, signedIn } = await squattedAccount()
  await ownerSignsIn(email)
  const change = changePassword(signedIn, { password: 'another password' })
  await expect(change).rejects.toMatchObject({ kind: 'unauthenticated' })
  expect(await accessOf(account.id)).toEqual({ hasPassword: false, liveSessions: 0 })
})

it('a sign-in by password fails when the owner of the e-mail signs in meanwhile', async () => {
  const { account, email } = await squattedAccount()
  hooks.afterVerification = async () => {
    await ownerSignsIn(email)
  }
  expect(await new AuthBrowser().signIn(email, password)).toBe('CredentialsSignin')
  expect(await accessOf(account.id)).toEqual({ hasPassword: false, liveSessions: 0 })
})

it('of two concurrent password changes the second one fails', async () => {
  const { signedIn, email } = await squattedAccount()
  hooks.afterVerification = async () => {
    hooks.afterVerification = async () => {}
    await changePassword(signedIn, { current: password, password: 'the first new one' })
  }
  const second = changePassword(signedIn, { current: password, password: 'the second new one' })
  await expect(second).rejects.toMatchObject({ kind: 'conflict' })
  expect(await new AuthBrowser().signIn(email, 'the first new one')).toBeNull()
})

it('a sign-in with the former password fails when it is changed meanwhile', async () => {
  const { account, signedIn, email } = await squattedAccount()
  hooks.afterVerification = async () => {
    hooks.afterVerification = async () => {}
    await changePassword(signedIn, { current: password, password: 'a new password' })
  }
  expect(await new AuthBrowser().signIn(email, password)).toBe('CredentialsSignin')
  expect(await accessOf(account.id)).toEqual({ hasPassword: true, liveSessions: 1 })
})
