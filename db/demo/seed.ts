import type { WorkspaceScope } from '@/server/access/scope'
import { DEMO_ACCOUNTS } from '@/server/people/demoAccounts'
import { demoPeople } from './people'
import { planOf } from './plan'
import { Player } from './play'
import { DAY } from './scene'
import { storyOf } from './story'
import { SITE, TERN } from './tern'
import { drawnBy } from './ways'

const MINUTE = 60_000

/**
 * Makes the demo through `execute`: one workspace, a lively project with three months of history, a
 * second project, and a conflict that waits for the first of the sign-ins. Every id is fixed, so
 * that doing it again after it was cut short only adds what is missing.
 * @param now milliseconds since 1970; the story ends shortly before
 * @returns who can sign in
 */
export async function seedDemo(now = Date.now()): Promise<{ email: string; password: string }[]> {
  const everybody = await demoPeople()
  const workers = everybody.filter((scope) => scope.person.role !== 'viewer')
  const tern = new Player(workers, TERN, 'TERN')
  await tern.begin('Tern app', 'kanban', now - 92 * DAY)
  const until = now - 30 * MINUTE
  const deeds = storyOf(TERN, workers.length, until, 91, 0.55, 7)
  const scenes = planOf(tern, TERN, deeds, workers.length, now)
  const acts = deeds.map((deed) => ({ at: deed.at, play: () => tern.play(deed) }))
  for (const { play } of [...acts, ...scenes].sort((a, b) => a.at - b.at)) await play()
  const site = new Player(workers, SITE, 'SITE')
  await site.begin('Tern web site', 'scrum', now - 60 * DAY)
  for (const deed of storyOf(SITE, workers.length, until, 58, 0.4, 11)) await site.play(deed)
  await drawnBy(site, until).play()
  await disagree(tern, workers, now)
  return DEMO_ACCOUNTS.map(({ email, password }) => ({ email, password }))
}

/** Ben changes a task while Ada, on the train, changes it too: hers is the one to be asked. */
async function disagree(tern: Player, [ada]: WorkspaceScope[], now: number): Promise<void> {
  if (!ada) return
  const task = TERN.findIndex((each) => each.title.startsWith('Group nearby pins'))
  const taskId = tern.taskId(task)
  const baseVersion = tern.versionOf(taskId)
  const raise = { type: 'task.edit', taskId, baseVersion } as const
  await tern.send(1, { ...raise, set: { priority: 1 } }, now - 12 * MINUTE)
  const labels = { labels: ['next'] }
  await tern.send(1, { ...raise, baseVersion: baseVersion + 1, add: labels }, now - 11 * MINUTE)
  await tern.send(0, { ...raise, set: { priority: 4 } }, now - 10 * MINUTE)
}
