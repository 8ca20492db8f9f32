import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { command, event } from '@/db/schema/eventLog'
import { task } from '@/db/schema/project'
import type { Command, CommandOf } from '@/domain/commands'
import { type Id, PRIORITIES } from '@/domain/kernel/primitives'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { authorizeWorkspace } from '@/server/access/authorize'
import type { WorkspaceScope } from '@/server/access/scope'
import { insertAccount } from '@/server/people/accounts'
import { insertWorkspace } from '@/server/people/createWorkspace'
import { execute } from '@/server/write/execute'

/** A person with a workspace and a client id. */
export interface BenchFixture {
  scope: WorkspaceScope
  accountId: Id
  clientId: Id
}

/** A project with tasks, spread over its columns. */
export interface BenchProject {
  projectId: Id
  key: string
  taskIds: Id[]
  /** The latest known versions; 1 for tasks that have not changed. */
  versions: Map<Id, number>
  /** Number of moves so far, which determines the next move. */
  moveCount: number
}

/** Creates a workspace with one admin. */
export async function createBenchFixture(): Promise<BenchFixture> {
  const { db } = database()
  const id = newId()
  const email = `${id}@example.com`
  const account = await insertAccount(db, { id, name: 'Bench', email, passwordHash: null })
  const { slug } = await db.transaction((tx) => insertWorkspace(tx, account, `Bench ${id}`))
  const scope = await authorizeWorkspace(account, slug)
  if (!scope) throw new Error('The bench was not let into its workspace.')
  return { scope, accountId: account.id, clientId: randomUUID() }
}

/** Sends a command as the fixture's person. */
export function sendCommand(fixture: BenchFixture, projectId: Id, command: Command) {
  const { scope, clientId } = fixture
  return execute(scope, { commandId: newId(), clientId, projectId, command })
}

let projectCount = 0

/** Creates a project with tasks, through `execute` like all changes. */
export async function createBenchProject(
  fixture: BenchFixture,
  tasks: number,
): Promise<BenchProject> {
  const projectId = newId()
  const key = `B${++projectCount}`
  const { statuses } = TEMPLATE_WORKFLOWS.scrum
  await sendCommand(fixture, projectId, { type: 'project.create', key, name: key, statuses })
  const project = { projectId, key, taskIds: [], versions: new Map(), moveCount: 0 }
  return addTasks(fixture, project, tasks)
}

/** Adds tasks to a project. `more` returns further fields of the `i`-th task. */
export async function addTasks(
  fixture: BenchFixture,
  project: BenchProject,
  tasks: number,
  extraFields: (i: number) => Partial<CommandOf<'task.create'>> = () => ({}),
): Promise<BenchProject> {
  const { projectId } = project
  const taskIds = Array.from({ length: tasks }, () => newId())
  for (let at = 0; at < tasks; at += 1000) {
    const some = taskIds.slice(at, at + 1000)
    const createCommand = (taskId: Id, i: number) => ({
      ...taskCreateCommand(taskId, at + i),
      ...extraFields(at + i),
    })
    await Promise.all(
      some.map((taskId, i) => sendCommand(fixture, projectId, createCommand(taskId, i))),
    )
  }
  await database()
    .db.execute(sql`analyze ${task}, ${event}, ${command}`)
    .catch(() => {})
  return { ...project, taskIds: [...project.taskIds, ...taskIds] }
}

const STATUS_IDS = ['todo', 'in-progress', 'review', 'done']

function taskCreateCommand(taskId: Id, i: number): CommandOf<'task.create'> {
  return {
    type: 'task.create',
    taskId,
    taskType: i % 3 ? 'task' : 'bug',
    title: `Task ${i}: the logger fails in the runtime when nobody looks`,
    statusId: STATUS_IDS[i % STATUS_IDS.length] ?? 'todo',
    position: { end: 'bottom' },
    priority: PRIORITIES[i % PRIORITIES.length] ?? 0,
    labels: i % 2 ? ['core'] : [],
    estimate: i % 8,
  }
}
