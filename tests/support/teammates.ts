import type { Browser, BrowserContext, Page } from '@playwright/test'
import { v7 as newId, v4 as newWindow } from 'uuid'
import type { Answer } from '@/domain/answer'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { test as base, expect } from './browser'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** A project of this test alone, in the demo's workspace. */
export interface TestProject {
  id: string
  key: string
  /** Address of its board. */
  board: string
  /** Sends a command through the API as Ada; gives the answer. */
  send: (type: string, fields: object) => Promise<Answer>
  /** A task at the bottom of a column; gives its id. */
  createTask: (title: string, fields?: object) => Promise<string>
}

interface Workers {
  adaState: State
  benState: State
}
interface Fixtures {
  /** Ada's browser, signed in; she is an admin. */
  ada: Page
  /** Ben's browser, signed in; he is a member. */
  ben: Page
  project: TestProject
}

const WORKSPACE = 'fieldwork'

/** Playwright's `test` with two people who are signed in, and a fresh project for them. */
export const test = base.extend<Fixtures, Workers>({
  adaState: [({ browser }, use) => stateOf(browser, 0, use), { scope: 'worker' }],
  benState: [({ browser }, use) => stateOf(browser, 1, use), { scope: 'worker' }],
  ada: ({ browser, adaState, baseURL }, use) => windowOf(browser, adaState, baseURL, use),
  ben: ({ browser, benState, baseURL }, use) => windowOf(browser, benState, baseURL, use),
  project: async ({ ada }, use) => use(await makeProject(ada)),
})

export { expect }

// Signing in costs a slow hash on purpose: once for each worker is enough.
async function stateOf(browser: Browser, who: 0 | 1, use: (state: State) => Promise<void>) {
  const { email, password } = DEMO_ACCOUNTS[who]
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

async function windowOf(
  browser: Browser,
  storageState: State,
  baseURL: string | undefined,
  use: (page: Page) => Promise<void>,
) {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ storageState, baseURL, viewport })
  await use(await context.newPage())
  await context.close()
}

async function makeProject(page: Page): Promise<TestProject> {
  const id = newId()
  const letters = [...id.replaceAll('-', '').slice(-8)].map((c) => Number.parseInt(c, 16))
  const key = letters.map((n) => String.fromCharCode(65 + n)).join('')
  const send = (type: string, fields: object) => command(page, type, { projectId: id, ...fields })
  const created = { workspace: WORKSPACE, key, name: `Project ${key}`, template: 'scrum' }
  await send('project.create', created)
  const createTask = async (title: string, fields: object = {}) => {
    const taskId = newId()
    const task = { taskId, title, taskType: 'task', statusId: 'todo', place: { end: 'bottom' } }
    await send('task.create', { ...task, ...fields })
    return taskId
  }
  return { id, key, board: `/${WORKSPACE}/${key}/board`, send, createTask }
}

/** Sends a command as the person of a page, from a window of its own. */
export async function command(page: Page, type: string, fields: object): Promise<Answer> {
  const origin = process.env.CONCORD_URL ?? ''
  const response = await page.request.post(`${origin}/api/trpc/${type}`, {
    headers: { origin },
    data: { commandId: newId(), clientId: newWindow(), ...fields },
  })
  expect(response.ok(), await response.text()).toBe(true)
  return (await response.json()).result.data
}
