import type { APIRequestContext, Browser, BrowserContextOptions, Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { Answer } from '@/domain/answer'
import type { CommandOf } from '@/domain/commands'
import type { Template } from '@/domain/project/templates'
import type { Id, Role } from '@/domain/words'

const password = 'correct horse battery'
let made = 0
/** Everybody who is made comes from somewhere else: from one address only so many may sign up. */
const ownAddress = () => `2001:db8::${process.pid.toString(16)}:${(++made).toString(16)}`
const unique = () => `${Date.now().toString(36)}-${process.pid}-${++made}`

/** Somebody signed in, with a browser of their own. */
export interface Teammate {
  page: Page
  request: APIRequestContext
}

/** A workspace with its admin, made over the API, so that a test begins where it matters. */
export class Team {
  private constructor(
    private readonly browser: Browser,
    readonly slug: string,
    readonly admin: Teammate,
  ) {}

  static async make(browser: Browser, name = 'Ana Lima'): Promise<Team> {
    const context = await browser.newContext({ baseURL: process.env.CONCORD_URL })
    const email = `${unique()}@example.com`
    const input = { name, email, password, workspace: `Team ${unique()}` }
    const { workspace } = await ask<{ workspace: string }>(context.request, 'account.signUp', input)
    await signIn(context.request, email)
    const page = await context.newPage()
    return new Team(browser, workspace, { page, request: context.request })
  }

  /** One more person of the workspace. */
  async join(
    name: string,
    role: Role = 'member',
    options: BrowserContextOptions = {},
  ): Promise<Teammate> {
    const context = await this.browser.newContext({ baseURL: process.env.CONCORD_URL, ...options })
    const email = `${unique()}@example.com`
    const { token } = await ask<{ token: string }>(this.admin.request, 'invitations.make', {
      workspace: this.slug,
      role,
    })
    await ask(context.request, 'invitations.signUp', { token, name, email, password })
    await signIn(context.request, email)
    return { page: await context.newPage(), request: context.request }
  }

  /** A project of the workspace; its board is at `board`. */
  async project(key: string, template: Template = 'scrum'): Promise<TeamProject> {
    const projectId = newId()
    await sent(this.admin.request, 'project.create', {
      workspace: this.slug,
      key,
      name: `Project ${key}`,
      template,
      projectId,
    })
    return new TeamProject(this.admin.request, projectId, `/${this.slug}/${key}/board`)
  }

  /** Closes every browser of the team. */
  async close(): Promise<void> {
    const all = this.browser.contexts()
    await Promise.all(all.map((context) => context.close()))
  }
}

/** A project that is filled and changed over the API. */
export class TeamProject {
  constructor(
    private readonly request: APIRequestContext,
    readonly projectId: Id,
    readonly board: string,
  ) {}

  /** A task at the bottom of a column; gives its id. */
  async task(title: string, more: Partial<CommandOf<'task.create'>> = {}): Promise<Id> {
    const taskId = newId()
    await this.send('task.create', {
      taskId,
      taskType: 'task',
      title,
      statusId: 'todo',
      place: { end: 'bottom' },
      ...more,
    })
    return taskId
  }

  /** Sends any command of the project. */
  send(type: string, data: Record<string, unknown>): Promise<Answer> {
    return sent(this.request, type, { projectId: this.projectId, ...data })
  }
}

async function sent(
  request: APIRequestContext,
  type: string,
  data: Record<string, unknown>,
): Promise<Answer> {
  const answer = await ask<Answer>(request, type, {
    commandId: newId(),
    clientId: newId(),
    ...data,
  })
  if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
  return answer
}

async function ask<T>(request: APIRequestContext, path: string, data: unknown): Promise<T> {
  const headers = { 'x-forwarded-for': ownAddress() }
  const response = await request.post(`/api/trpc/${path}`, { data, headers })
  const body = (await response.json()) as { result: { data: T } }
  if (!response.ok()) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return body.result.data
}

async function signIn(request: APIRequestContext, email: string): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const form = { csrfToken, json: 'true', email, password }
  const response = await request.post('/api/auth/callback/credentials', { form })
  if (!response.ok()) throw new Error(`Sign-in failed: ${await response.text()}`)
}
