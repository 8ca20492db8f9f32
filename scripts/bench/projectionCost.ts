import { performance } from 'node:perf_hooks'
import { and, eq, gte, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { checkpoint } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { projections } from '@/server/jobs/subscribers'
import { rebuild } from '@/server/projections/rebuild'
import type { Subscriber } from '@/server/projections/subscriber'
import {
  type Benchmark,
  type BenchmarkEnvironment,
  type BenchmarkResult,
  median,
  medianOfThree,
  roundToThreeDigits,
} from './benchmarkResult'
import { BenchSprints } from './benchSprints'
import { createSprintProject } from './createSprintProject'
import { type BenchFixture, type BenchProject, createBenchFixture } from './fixtures'
import { runMoves } from './runMoves'

const EVENTS = 100_000
const GOAL_RATE = 20_000
const GOAL_COST = 0.1
const ROUNDS = 3
const TASKS_PER_GROUP = 1_000

/**
 * Measures how fast each projection is rebuilt, and how much slower 64 writers on one project are
 * while all projections follow its log in the same process. Every second moved task is in a sprint.
 */
export const projectionCost: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const { project, sprintIds } = await createSprintProject(environment, fixture, EVENTS)
  const results: Record<string, BenchmarkResult> = {}
  for (const subscriber of projections) {
    results[`projections.${subscriber.name}`] = await measureRebuild(
      environment,
      subscriber,
      project,
    )
  }
  // Only one sprint can be active at a time.
  await new BenchSprints(fixture, project).complete(sprintIds.at(-1) ?? '')
  return { ...results, 'projections.cost': await measureCost(environment, fixture, project) }
}

async function measureRebuild(
  environment: BenchmarkEnvironment,
  subscriber: Subscriber,
  { projectId }: BenchProject,
): Promise<BenchmarkResult> {
  environment.say(`rebuilding ${subscriber.name}`)
  const rate = await medianOfThree(async () => {
    const began = performance.now()
    const events = await rebuild(database(), subscriber, projectId)
    return (events / (performance.now() - began)) * 1000
  }, Number)
  return {
    value: Math.round(rate),
    unit: 'events/s',
    baseline: null,
    ratio: roundToThreeDigits(rate / GOAL_RATE),
    goal: `${GOAL_RATE.toLocaleString('en')} events/s on rebuild`,
    met: rate >= GOAL_RATE,
  }
}

async function measureCost(
  environment: BenchmarkEnvironment,
  fixture: BenchFixture,
  project: BenchProject,
): Promise<BenchmarkResult> {
  environment.say('moving, with and without projections')
  const inSprint = project.taskIds.slice(-TASKS_PER_GROUP)
  const others = project.taskIds.slice(-2 * TASKS_PER_GROUP, -TASKS_PER_GROUP)
  await new BenchSprints(fixture, project).start(inSprint)
  // The writers take tasks in steps that are not a multiple of two.
  const taskIds = inSprint.flatMap((id, i) => [id, others[i] ?? id])
  const movedProject: BenchProject = { ...project, taskIds }
  const ratesWithout: number[] = []
  const ratesWith: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    ratesWithout.push((await runMoves(fixture, [movedProject])).rate)
    const running = startSubscribers({ subscribers: projections })
    await waitUntilCaughtUp(project)
    ratesWith.push((await runMoves(fixture, [movedProject])).rate)
    await waitUntilCaughtUp(project)
    await running.stop()
  }
  const ratio = median(ratesWith) / median(ratesWithout)
  return {
    value: roundToThreeDigits(median(ratesWith)),
    unit: 'commands/s',
    baseline: roundToThreeDigits(median(ratesWithout)),
    ratio: roundToThreeDigits(ratio),
    goal: `at most ${GOAL_COST * 100} % fewer than without`,
    met: 1 - ratio < GOAL_COST,
    ratesWithout: ratesWithout.map(roundToThreeDigits),
    ratesWith: ratesWith.map(roundToThreeDigits),
  }
}

/** Waits until every projection has reached the end of a project's log. */
async function waitUntilCaughtUp({ projectId }: BenchProject): Promise<void> {
  const names = projections.map(({ name }) => name)
  for (;;) {
    const caughtUp = await database()
      .db.select({ subscriber: checkpoint.subscriber })
      .from(checkpoint)
      .innerJoin(project, eq(project.id, checkpoint.projectId))
      .where(
        and(
          eq(project.id, projectId),
          inArray(checkpoint.subscriber, names),
          gte(checkpoint.seq, project.seq),
        ),
      )
    if (caughtUp.length === names.length) return
    await new Promise((go) => setTimeout(go, 50))
  }
}
