import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Command, CommandOf } from '@/domain/commands'
import { WORKFLOWS } from '@/domain/project/templates'
import type { Id } from '@/domain/words'
import { enterWorkspace } from '@/server/access/enter'
import type { WorkspaceScope } from '@/server/access/scope'
import { execute } from '@/server/execute/execute'
import { insertAccount } from '@/server/people/accounts'
import { insertWorkspace } from '@/server/people/workspaces'

/** Somebody with a workspace, and a window to send from. */
export interface World {
  scope: WorkspaceScope
  accountId: Id
  clientId: Id
}

/** A project of so many tasks, spread over its columns. */
export interface BenchProject {
  projectId: Id
  key: string
  taskIds: Id[]
  /** As last answered; 1 where nothing was. */
  versions: Map<Id, number>
  /** Moves so far, which say what moves next. */
  laps: number
}

/** A new workspace with one admin. */
export async function makeWorld(): Promise<World> {
  const { sql } = database()
  const id = newId()
  const email = `${id}@example.com`
  const account = await insertAccount(sql, { id, name: 'Bench', email, passwordHash: null })
  const { slug } = await sql.begin((tx) => insertWorkspace(tx, account, `Bench ${id}`))
  const scope = await enterWorkspace(account, slug)
  if (!scope) throw new Error('The bench was not let into its workspace.')
  return { scope, accountId: account.id, clientId: randomUUID() }
}

/** Sends a command as the world's person. */
export function send(world: World, projectId: Id, command: Command) {
  const { scope, clientId } = world
  return execute(scope, { commandId: newId(), clientId, projectId, command })
}

let projects = 0

/** A new project with tasks, made through `execute` like everything. */
export async function makeProject(world: World, tasks: number): Promise<BenchProject> {
  const projectId = newId()
  const key = `B${++projects}`
  const { statuses } = WORKFLOWS.scrum
  await send(world, projectId, { type: 'project.create', key, name: key, statuses })
  const project = { projectId, key, taskIds: [], versions: new Map(), laps: 0 }
  return fill(world, project, tasks)
}

/** A project with more tasks; `more` says what the `i`-th has besides. */
export async function fill(
  world: World,
  project: BenchProject,
  tasks: number,
  more: (i: number) => Partial<CommandOf<'task.create'>> = () => ({}),
): Promise<BenchProject> {
  const { projectId } = project
  const taskIds = Array.from({ length: tasks }, () => newId())
  for (let at = 0; at < tasks; at += 1000) {
    const some = taskIds.slice(at, at + 1000)
    const make = (taskId: Id, i: number) => ({ ...task(taskId, at + i), ...more(at + i) })
    await Promise.all(some.map((taskId, i) => send(world, projectId, make(taskId, i))))
  }
  await database()
    .sql.unsafe('analyze task, event, command')
    .catch(() => {})
  return { ...project, taskIds: [...project.taskIds, ...taskIds] }
}

function task(taskId: Id, i: number): CommandOf<'task.create'> {
  return {
    type: 'task.create',
    taskId,
    taskType: i % 3 ? 'task' : 'bug',
    title: `Task ${i}: the logger fails in the runtime when nobody looks`,
    statusId: ['todo', 'in-progress', 'review', 'done'][i % 4] as string,
    place: { end: 'bottom' },
    priority: (i % 5) as 0,
    labels: i % 2 ? ['core'] : [],
    estimate: i % 8,
  }
}
