import { performance } from 'node:perf_hooks'
import { database } from '@/db/client'
import { readModels } from '@/server/subscribers/list'
import { rebuild } from '@/server/subscribers/rebuild'
import { startSubscribers } from '@/server/subscribers/start'
import type { Subscriber } from '@/server/subscribers/subscriber'
import { through } from './moves'
import { type Bench, type Machine, median, medianOfThree, type Result, short } from './result'
import { sprintProject } from './sprintProject'
import { BenchSprints } from './sprints'
import { type BenchProject, makeWorld, type World } from './world'

const EVENTS = 100_000
const GOAL_RATE = 20_000
const GOAL_COST = 0.1
const ROUNDS = 3
const SOME = 1_000

/**
 * How fast each read model is made anew, and how much slower 64 writers on one project are while
 * all of them follow its log in the same process. Every second task that moves is in a sprint.
 */
export const subscribersCost: Bench = async (machine) => {
  const world = await makeWorld()
  const { project, sprintIds } = await sprintProject(machine, world, EVENTS)
  const results: Record<string, Result> = {}
  for (const subscriber of readModels) {
    results[`subscribers.${subscriber.name}`] = await rebuilt(machine, subscriber, project)
  }
  // One sprint runs at a time.
  await new BenchSprints(world, project).complete(sprintIds.at(-1) ?? '')
  return { ...results, 'subscribers.cost': await cost(machine, world, project) }
}

async function rebuilt(
  machine: Machine,
  subscriber: Subscriber,
  { projectId }: BenchProject,
): Promise<Result> {
  machine.say(`making ${subscriber.name} anew`)
  const { sql } = database()
  const rate = await medianOfThree(async () => {
    const began = performance.now()
    const events = await rebuild(sql, subscriber, projectId)
    return (events / (performance.now() - began)) * 1000
  }, Number)
  return {
    value: Math.round(rate),
    unit: 'events/s',
    limit: null,
    ratio: short(rate / GOAL_RATE),
    goal: `${GOAL_RATE.toLocaleString('en')} events/s on rebuild`,
    met: rate >= GOAL_RATE,
  }
}

async function cost(machine: Machine, world: World, project: BenchProject): Promise<Result> {
  machine.say('moving, with and without read models')
  const inSprint = project.taskIds.slice(-SOME)
  const others = project.taskIds.slice(-2 * SOME, -SOME)
  await new BenchSprints(world, project).start(inSprint)
  // Turns go through the tasks in steps that are no multiple of two.
  const taskIds = inSprint.flatMap((id, i) => [id, others[i] ?? id])
  const moved: BenchProject = { ...project, taskIds }
  const without: number[] = []
  const beside: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    without.push((await through(world, [moved])).rate)
    const running = startSubscribers({ subscribers: readModels })
    await caughtUp(project)
    beside.push((await through(world, [moved])).rate)
    await caughtUp(project)
    await running.stop()
  }
  const ratio = median(beside) / median(without)
  return {
    value: short(median(beside)),
    unit: 'commands/s',
    limit: short(median(without)),
    ratio: short(ratio),
    goal: `at most ${GOAL_COST * 100} % fewer than without`,
    met: 1 - ratio < GOAL_COST,
    without: without.map(short),
    beside: beside.map(short),
  }
}

/** Waits until every read model is at the end of a project's log. */
async function caughtUp({ projectId }: BenchProject): Promise<void> {
  const names = readModels.map(({ name }) => name)
  for (;;) {
    const [row] = await database().sql<{ behind: number }[]>`
      select count(*)::int as behind from unnest(${names}::text[]) as n(name)
      join project p on p.id = ${projectId}
      left join checkpoint c on c.subscriber = n.name and c.project_id = p.id
      where p.seq > coalesce(c.seq, 0)`
    if (row?.behind === 0) return
    await new Promise((go) => setTimeout(go, 50))
  }
}
