import { type BenchmarkEnvironment, medianOfThree } from './benchmarkResult'
import { closedLoop } from './closedLoop'
import type { BenchFixture, BenchProject } from './fixtures'
import { connectRawSql, moveWithRawSql, type RawSqlWrite } from './rawSql'
import { DURATION_MS, nextMove } from './runMoves'

/** Measures changes per second by raw SQL (moves by default) for each number of connections. */
export async function measureRawSqlRates(
  environment: BenchmarkEnvironment,
  fixture: BenchFixture,
  projects: BenchProject[],
  connections: number[],
  write = moveWithRawSql,
): Promise<Record<number, number>> {
  environment.say(`changing by raw SQL on ${connections.join(', ')} connections`)
  const rates: Record<number, number> = {}
  for (const each of connections)
    rates[each] = await measureRawSqlRate(environment, fixture, projects, each, write)
  return rates
}

async function measureRawSqlRate(
  environment: BenchmarkEnvironment,
  fixture: BenchFixture,
  projects: BenchProject[],
  connections: number,
  write: RawSqlWrite,
): Promise<number> {
  const sql = connectRawSql(environment.appUrl, connections)
  const run = () =>
    closedLoop(connections, DURATION_MS, () => {
      const nextTurn = nextMove(projects)
      const { versions } = nextTurn.project
      versions.set(nextTurn.taskId, (versions.get(nextTurn.taskId) ?? 1) + 1)
      return write(sql, fixture, nextTurn)
    })
  const { rate } = await medianOfThree(run, (each) => each.rate)
  await sql.end()
  return Math.round(rate)
}
