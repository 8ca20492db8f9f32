import type { APIRequestContext, Browser, BrowserContextOptions, Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandOf } from '@/domain/commands'
import type { Id, Role } from '@/domain/kernel/primitives'
import type { WorkflowTemplate } from '@/domain/workflow/templates'

const password = 'correct horse battery'
let createdCount = 0
/** Each sign-up uses another address, because sign-ups are limited per address. */
const uniqueAddress = () => `2001:db8::${process.pid.toString(16)}:${(++createdCount).toString(16)}`
const uniqueName = () => `${Date.now().toString(36)}-${process.pid}-${++createdCount}`

/** A signed-in person with a browser of their own. */
export interface TeamMember {
  page: Page
  request: APIRequestContext
}

/**
 * A workspace with its admin, created through the API so that a test can start with the part it
 * checks.
 */
export class TestTeam {
  private constructor(
    private readonly browser: Browser,
    readonly slug: string,
    readonly admin: TeamMember,
  ) {}

  static async create(browser: Browser, name = 'Ana Lima'): Promise<TestTeam> {
    const context = await browser.newContext({ baseURL: process.env.CONCORD_URL })
    const email = `${uniqueName()}@example.com`
    const input = { name, email, password, workspace: `Team ${uniqueName()}` }
    const { workspace } = await callProcedure<{ workspace: string }>(
      context.request,
      'account.signUp',
      input,
    )
    await signIn(context.request, email)
    const page = await context.newPage()
    return new TestTeam(browser, workspace, { page, request: context.request })
  }

  /** Adds a person to the workspace. */
  async addMember(
    name: string,
    role: Role = 'member',
    options: BrowserContextOptions = {},
  ): Promise<TeamMember> {
    const context = await this.browser.newContext({ baseURL: process.env.CONCORD_URL, ...options })
    const email = `${uniqueName()}@example.com`
    const { token } = await callProcedure<{ token: string }>(
      this.admin.request,
      'invitations.create',
      {
        workspace: this.slug,
        role,
      },
    )
    await callProcedure(context.request, 'invitations.signUp', { token, name, email, password })
    await signIn(context.request, email)
    return { page: await context.newPage(), request: context.request }
  }

  /** Creates a project in the workspace; `board` is the path of its board. */
  async createProject(key: string, template: WorkflowTemplate = 'scrum'): Promise<TestTeamProject> {
    const projectId = newId()
    await sendCommand(this.admin.request, 'project.create', {
      workspace: this.slug,
      key,
      name: `Project ${key}`,
      template,
      projectId,
    })
    return new TestTeamProject(this.admin.request, projectId, `/${this.slug}/${key}/board`)
  }

  /** Closes every browser of the team. */
  async close(): Promise<void> {
    const all = this.browser.contexts()
    await Promise.all(all.map((context) => context.close()))
  }
}

/** A project that is changed through the API. */
export class TestTeamProject {
  constructor(
    private readonly request: APIRequestContext,
    readonly projectId: Id,
    readonly boardPath: string,
  ) {}

  /** Creates a task at the bottom of a column and returns its id. */
  async createTask(title: string, more: Partial<CommandOf<'task.create'>> = {}): Promise<Id> {
    const taskId = newId()
    await this.send('task.create', {
      taskId,
      taskType: 'task',
      title,
      statusId: 'todo',
      position: { end: 'bottom' },
      ...more,
    })
    return taskId
  }

  /** Sends a command to the project and returns its result. */
  send(type: string, data: Record<string, unknown>): Promise<CommandResult> {
    return sendCommand(this.request, type, { projectId: this.projectId, ...data })
  }
}

async function sendCommand(
  request: APIRequestContext,
  type: string,
  data: Record<string, unknown>,
): Promise<CommandResult> {
  const answer = await callProcedure<CommandResult>(request, type, {
    commandId: newId(),
    clientId: newId(),
    ...data,
  })
  if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer))
  return answer
}

async function callProcedure<T>(
  request: APIRequestContext,
  path: string,
  data: unknown,
): Promise<T> {
  const headers = { 'x-forwarded-for': uniqueAddress() }
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
