import type { WorkspaceScope } from '@/server/access/scope'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { createActions } from './demoActions'
import { SITE_TASKS, TERN_TASKS } from './demoTasks'
import { DemoWriter } from './demoWriter'
import { projectSteps } from './projectSteps'
import { DAY } from './scheduledStep'
import { seedPeople } from './seedPeople'
import { workflowStep } from './workflowStep'

const MINUTE = 60_000

/**
 * Creates the demo through `execute`: one workspace, an active project with three months of
 * history, a second project, and a conflict for the first demo account. Every id is fixed, so that
 * running it again after an interruption only adds what is missing.
 * @param now milliseconds since 1970; the history ends shortly before
 * @returns the accounts that can sign in
 */
export async function seedDemo(now = Date.now()): Promise<{ email: string; password: string }[]> {
  const people = await seedPeople()
  const editors = people.filter((scope) => scope.person.role !== 'viewer')
  const tern = new DemoWriter(editors, TERN_TASKS, 'TERN')
  await tern.createProject('Tern app', 'kanban', now - 92 * DAY)
  const until = now - 30 * MINUTE
  const actions = createActions(TERN_TASKS, editors.length, until, 91, 0.55, 7)
  const steps = projectSteps(tern, TERN_TASKS, actions, editors.length, now)
  const actionSteps = actions.map((action) => ({ at: action.at, run: () => tern.apply(action) }))
  for (const { run } of [...actionSteps, ...steps].sort((a, b) => a.at - b.at)) await run()
  const site = new DemoWriter(editors, SITE_TASKS, 'SITE')
  await site.createProject('Tern web site', 'scrum', now - 60 * DAY)
  for (const action of createActions(SITE_TASKS, editors.length, until, 58, 0.4, 11))
    await site.apply(action)
  await workflowStep(site, until).run()
  await createConflict(tern, editors, now)
  return DEMO_ACCOUNTS.map(({ email, password }) => ({ email, password }))
}

/** Ben and Ada change a task concurrently while Ada is offline, so that Ada gets the conflict. */
async function createConflict(
  tern: DemoWriter,
  [ada]: WorkspaceScope[],
  now: number,
): Promise<void> {
  if (!ada) return
  const task = TERN_TASKS.findIndex((each) => each.title.startsWith('Group nearby pins'))
  const taskId = tern.taskId(task)
  const baseVersion = tern.versionOf(taskId)
  const raise = { type: 'task.edit', taskId, baseVersion } as const
  await tern.send(1, { ...raise, set: { priority: 1 } }, now - 12 * MINUTE)
  const labels = { labels: ['next'] }
  await tern.send(1, { ...raise, baseVersion: baseVersion + 1, add: labels }, now - 11 * MINUTE)
  await tern.send(0, { ...raise, set: { priority: 4 } }, now - 10 * MINUTE)
}
