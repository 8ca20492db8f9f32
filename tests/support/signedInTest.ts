import type { Browser, BrowserContext, Page } from '@playwright/test'
import { v4 as newClientId, v7 as newId } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { test as base, expect } from './browserTest'

type SignInState = Awaited<ReturnType<BrowserContext['storageState']>>

/** A project used only by this test, in the demo workspace. */
export interface BrowserProject {
  id: string
  key: string
  /** The URL of its board. */
  board: string
  /** Sends a command through the API as Ada and returns its result. */
  send: (type: string, fields: object) => Promise<CommandResult>
  /** Creates a task at the bottom of a column and returns its id. */
  createTask: (title: string, fields?: object) => Promise<string>
}

interface WorkerFixtures {
  adaState: SignInState
  benState: SignInState
}
interface TestFixtures {
  /** Ada's browser, signed in; she is an admin. */
  ada: Page
  /** Ben's browser, signed in; he is a member. */
  ben: Page
  project: BrowserProject
}

const WORKSPACE = 'fieldwork'

/** Playwright's `test` with two signed-in people and a new project for them. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  adaState: [({ browser }, use) => provideSignInState(browser, 0, use), { scope: 'worker' }],
  benState: [({ browser }, use) => provideSignInState(browser, 1, use), { scope: 'worker' }],
  ada: ({ browser, adaState, baseURL }, use) => providePage(browser, adaState, baseURL, use),
  ben: ({ browser, benState, baseURL }, use) => providePage(browser, benState, baseURL, use),
  project: async ({ ada }, use) => use(await createBrowserProject(ada)),
})

export { expect }

// Signing in hashes a password, which is slow, so each worker does it only once.
async function provideSignInState(
  browser: Browser,
  personIndex: 0 | 1,
  use: (state: SignInState) => Promise<void>,
) {
  const { email, password } = DEMO_ACCOUNTS[personIndex]
  const context = await browser.newContext({ baseURL: process.env.CONCORD_URL })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`**/${WORKSPACE}`)
  const state = await context.storageState()
  await context.close()
  await use(state)
}

async function providePage(
  browser: Browser,
  storageState: SignInState,
  baseURL: string | undefined,
  use: (page: Page) => Promise<void>,
) {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ storageState, baseURL, viewport })
  await use(await context.newPage())
  // A request that a route handler still answers must not fail a test that has ended.
  for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
}

async function createBrowserProject(page: Page): Promise<BrowserProject> {
  const id = newId()
  const letters = [...id.replaceAll('-', '').slice(-8)].map((c) => Number.parseInt(c, 16))
  const key = letters.map((n) => String.fromCharCode(65 + n)).join('')
  const send = (type: string, fields: object) =>
    sendCommand(page, type, { projectId: id, ...fields })
  const created = { workspace: WORKSPACE, key, name: `Project ${key}`, template: 'scrum' }
  await send('project.create', created)
  const createTask = async (title: string, fields: object = {}) => {
    const taskId = newId()
    const task = { taskId, title, taskType: 'task', statusId: 'todo', position: { end: 'bottom' } }
    await send('task.create', { ...task, ...fields })
    return taskId
  }
  return { id, key, board: `/${WORKSPACE}/${key}/board`, send, createTask }
}

/** Sends a command as the person who is signed in on a page, with a client id of its own. */
export async function sendCommand(
  page: Page,
  type: string,
  fields: object,
): Promise<CommandResult> {
  const origin = process.env.CONCORD_URL ?? ''
  const response = await page.request.post(`${origin}/api/trpc/${type}`, {
    headers: { origin },
    data: { commandId: newId(), clientId: newClientId(), ...fields },
  })
  expect(response.ok(), await response.text()).toBe(true)
  return (await response.json()).result.data
}
