import type { Browser, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'

const password = 'correct horse battery'
const uniqueName = () => `${Date.now()}-${Math.round(Math.random() * 1e6)}`

async function fillAccount(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}-${uniqueName()}@example.com`
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  return email
}

/** Signs up and returns the workspace's slug and the e-mail. */
async function signUp(page: Page, name: string) {
  await page.goto('/sign-up')
  await page.getByLabel('Workspace').fill(`Team ${uniqueName()}`)
  const email = await fillAccount(page, name)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.waitForURL(/\/team-[\d-]+$/)
  return { slug: new URL(page.url()).pathname.slice(1), email }
}

async function otherBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  return context.newPage()
}

async function invite(page: Page, slug: string, role: RegExp): Promise<string> {
  await page.goto(`/${slug}/settings/people`)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Create link' }).click()
  return page.getByLabel('Invitation link').inputValue()
}

test('an invited person signs up and joins, and the admin changes their role', async ({
  page,
  browser,
}) => {
  const { slug } = await signUp(page, 'Ada')
  const link = await invite(page, slug, /^Viewer/)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Anybody who has the link')).toBeVisible()

  const guest = await otherBrowser(browser)
  await guest.goto(link)
  await expectNoAxeViolations(guest)
  await fillAccount(guest, 'Vera')
  await guest.getByRole('button', { name: 'Create account and join' }).click()
  await guest.waitForURL(`**/${slug}`)
  await guest.goto(`/${slug}/settings/people`)
  await expect(guest.getByText('Ada', { exact: true })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Invite' })).toHaveCount(0)

  await page.reload()
  await page.getByRole('button', { name: 'Role of Vera: Viewer' }).click()
  await page.getByRole('option', { name: /^Admin/ }).click()
  await expect(page.getByRole('button', { name: 'Role of Vera: Admin' })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('button', { name: 'Invite' })).toBeVisible()
  await expectNoAxeViolations(guest)

  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: /cannot be used any more/ })).toBeVisible()
  await guest.context().close()
})

test('a dialog opened from a menu gets the focus and returns it', async ({ page }) => {
  const { slug } = await signUp(page, 'Ada')
  await page.goto(`/${slug}/settings/people`)
  const actions = page.getByRole('button', { name: 'Actions for Ada' })
  await actions.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Remove from workspace…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: /^Remove yourself/ })
  await expect(question).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(actions).toBeFocused()
})

test('a person who signs in by keyboard returns to the requested page', async ({ page }) => {
  const { slug, email } = await signUp(page, 'Ben')
  await page.context().clearCookies()
  await page.goto(`/${slug}/settings/account`)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expectNoAxeViolations(page)
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${slug}/settings/account`)
  await expectNoAxeViolations(page)
})

test('signing out everywhere ends the session of another browser at its next request', async ({
  page,
  browser,
}) => {
  const { slug, email } = await signUp(page, 'Cleo')
  const other = await otherBrowser(browser)
  await other.goto(`/sign-in?next=/${slug}`)
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password').fill(password)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL(`**/${slug}`)

  await page.goto(`/${slug}/settings/account`)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/sign-in')
  await other.goto(`/${slug}/settings/people`)
  await expect(other).toHaveURL(/\/sign-in\?next=/)
  await other.context().close()
})

test('signing in also works under the loopback address', async ({ page, baseURL }) => {
  const { slug, email } = await signUp(page, 'Dana')
  const loopback = new URL(baseURL ?? '')
  loopback.hostname = '127.0.0.1'
  await page.goto(new URL(`/${slug}`, loopback).href)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(new URL(`/${slug}`, loopback).href)
})
