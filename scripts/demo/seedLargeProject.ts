import { createActions, type DemoAction } from '@/scripts/demo/data/demoActions'
import { SITE_TASKS, TERN_TASKS } from '@/scripts/demo/data/demoTasks'
import { DemoWriter } from '@/scripts/demo/data/demoWriter'
import type { WorkspaceScope } from '@/server/access/scope'

const DAY = 86_400_000
const MINUTE = 60_000
/** Actions that are executed concurrently, and so committed in batches. */
const MAX_CONCURRENT_ACTIONS = 400

/**
 * Creates the history of a project with this many tasks through `execute`: three months for each
 * two thousand tasks, at most two years. Most of the tasks are done.
 * @param onProgress called repeatedly with the share of actions that are done, from 0 to 1, and
 * their number
 */
export async function seedLargeProject(
  people: WorkspaceScope[],
  key: string,
  tasks: number,
  onProgress: (share: number, actions: number) => void,
): Promise<{ commands: number; ms: number }> {
  const now = Date.now()
  const days = Math.min(730, Math.max(90, Math.round((tasks / 2_000) * 90)))
  const templates = [...TERN_TASKS, ...SITE_TASKS]
  const demoTasks = Array.from({ length: tasks }, (_, i) => {
    const task = templates[i % templates.length] as (typeof templates)[number]
    const round = Math.floor(i / templates.length)
    return round === 0 ? task : { ...task, title: `${task.title}, part ${round + 1}` }
  })
  const actions = createActions(demoTasks, people.length, now - 30 * MINUTE, days, 0.75, 23)
  const writer = new DemoWriter(people, demoTasks, key)
  const began = performance.now()
  await writer.createProject('Large project', 'scrum', now - (days + 1) * DAY)
  let done = 0
  await runInTaskOrder(actions, async (action) => {
    await writer.apply(action)
    done++
    if (done % 100 === 0) onProgress(done / actions.length, done)
  })
  return { commands: done, ms: performance.now() - began }
}

/** Runs many actions concurrently, but those of one task one after the other. */
async function runInTaskOrder(
  actions: DemoAction[],
  run: (action: DemoAction) => Promise<void>,
): Promise<void> {
  const latestByTask = new Map<number, Promise<void>>()
  const running = new Set<Promise<void>>()
  for (const action of actions) {
    const before = latestByTask.get(action.taskIndex) ?? Promise.resolve()
    const current = before.then(() => run(action))
    latestByTask.set(action.taskIndex, current)
    running.add(current)
    void current.finally(() => running.delete(current)).catch(() => {})
    if (running.size >= MAX_CONCURRENT_ACTIONS) await Promise.race(running)
  }
  await Promise.all(running)
}
