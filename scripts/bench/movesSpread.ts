import { closeDatabase } from '@/db/client'
import { type Benchmark, medianOfThree, roundToThreeDigits } from './benchmarkResult'
import { type BenchProject, createBenchFixture, createBenchProject } from './fixtures'
import { measureRawSqlRates } from './rawSqlRate'
import { runMoves } from './runMoves'

const GOAL = 0.5

/** 64 writers over 100 projects. */
export const movesSpread: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making 100 projects of 100 tasks')
  const projects: BenchProject[] = []
  for (let i = 0; i < 100; i++) projects.push(await createBenchProject(fixture, 100))
  const limits = await measureRawSqlRates(environment, fixture, projects, [16, 64])
  const limit = Math.max(...Object.values(limits))
  environment.say('moving through execute')
  const { rate, p50, p95 } = await medianOfThree(
    () => runMoves(fixture, projects),
    (each) => each.rate,
  )
  await closeDatabase()
  const ratio = rate / limit
  return {
    'moves.spread': {
      value: roundToThreeDigits(rate),
      unit: 'commands/s',
      baseline: roundToThreeDigits(limit),
      ratio: roundToThreeDigits(ratio),
      goal: `${GOAL} × raw SQL`,
      met: ratio >= GOAL,
      p50: roundToThreeDigits(p50),
      p95: roundToThreeDigits(p95),
      limits,
    },
  }
}
