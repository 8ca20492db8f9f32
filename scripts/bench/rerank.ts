import { closeDatabase } from '@/db/client'
import { type Benchmark, medianOfThree, roundToThreeDigits } from './benchmarkResult'
import { closedLoop } from './closedLoop'
import { startConsistencyCheck } from './consistencyCheck'
import {
  type BenchFixture,
  type BenchProject,
  createBenchFixture,
  createBenchProject,
  sendCommand,
} from './fixtures'
import { planWithRawSql } from './rawSql'
import { measureRawSqlRates } from './rawSqlRate'
import { DURATION_MS, WRITERS } from './runMoves'

const GOAL = 4

/**
 * 64 writers on one backlog of 10,000 tasks, each moving a task after a random other one; compared
 * with the same change in raw SQL.
 */
export const rerank: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making 10,000 tasks')
  const project = await createBenchProject(fixture, 10_000)
  const limits = await measureRawSqlRates(
    environment,
    fixture,
    [project],
    [1, 4, 16, 64],
    planWithRawSql,
  )
  const limit = Math.max(...Object.values(limits))
  environment.say('planning through execute')
  const check = await startConsistencyCheck(project)
  const run = await medianOfThree(
    () => runReranks(fixture, project),
    (each) => each.rate,
  )
  const isConsistent = await check.isConsistent()
  await closeDatabase()
  const ratio = run.rate / limit
  return {
    rerank: {
      value: roundToThreeDigits(run.rate),
      unit: 'commands/s',
      baseline: roundToThreeDigits(limit),
      ratio: roundToThreeDigits(ratio),
      goal: `${GOAL} × the best raw SQL rate, p95 under 10 ms, and consistent`,
      met: ratio >= GOAL && run.p95 < 10 && isConsistent,
      consistent: isConsistent,
      p50: roundToThreeDigits(run.p50),
      p95: roundToThreeDigits(run.p95),
      limits,
    },
  }
}

/** Each writer takes the next task and moves it after one far away. */
function runReranks(fixture: BenchFixture, project: BenchProject) {
  const { projectId, taskIds, versions } = project
  return closedLoop(WRITERS, DURATION_MS, async () => {
    const moveNumber = project.moveCount++
    const taskId = taskIds[(moveNumber * 7919) % taskIds.length] ?? ''
    const after = taskIds[(moveNumber * 104_729 + 1) % taskIds.length] ?? ''
    const baseVersion = versions.get(taskId) ?? 1
    const answer = await sendCommand(fixture, projectId, {
      type: 'task.plan',
      tasks: [{ taskId, baseVersion }],
      sprintId: null,
      position: after === taskId ? { end: 'top' } : { after },
    })
    versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer))
  })
}
