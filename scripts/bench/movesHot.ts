import { closeDatabase } from '@/db/client'
import { handRates } from './byHandRate'
import { MS, through, WRITERS } from './moves'
import { type Bench, medianOfThree, quantile, short } from './result'
import { otherProcess } from './sharedProject'
import { makeTruth } from './truth'
import { type BenchProject, makeProject, makeWorld, type World } from './world'

const GOAL = 4

/**
 * 64 writers on one project of 10,000 tasks; and the same with two processes, 32 writers each,
 * which must leave a log without gaps whose fold is what the rows are.
 */
export const movesHot: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 10,000 tasks')
  const project = await makeProject(world, 10_000)
  const limits = await handRates(machine, world, [project], [1, 4, 16, 64])
  const limit = Math.max(...Object.values(limits))
  machine.say('moving through execute')
  const one = await medianOfThree(
    () => through(world, [project]),
    (each) => each.rate,
  )
  machine.say('moving through execute in two processes')
  const truth = await makeTruth(project)
  const two = await inTwoProcesses(world, project)
  const right = await truth.holds()
  await closeDatabase()
  const ratio = one.rate / limit
  return {
    'moves.hot': {
      value: short(one.rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(ratio),
      goal: `${GOAL} × the best by hand, p95 under 10 ms`,
      met: ratio >= GOAL && one.p95 < 10,
      p50: short(one.p50),
      p95: short(one.p95),
      limits,
    },
    'moves.hot.two': {
      value: short(two.rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(two.rate / limit),
      goal: 'as fast as by hand, and right',
      met: two.rate >= limit && right,
      right,
      p50: short(two.p50),
      p95: short(two.p95),
    },
  }
}

async function inTwoProcesses(world: World, project: BenchProject) {
  const other = await otherProcess({ world, project, writers: WRITERS / 2 })
  const run = async () => {
    const there = other.run()
    const here = await through(world, [project], WRITERS / 2, { first: 0, of: 2 })
    const latencies = [...here.latencies, ...(await there)]
    return {
      rate: (latencies.length / MS) * 1000,
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
    }
  }
  try {
    return await medianOfThree(run, (each) => each.rate)
  } finally {
    other.end()
  }
}
