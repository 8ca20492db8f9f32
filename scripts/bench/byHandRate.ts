import { type ByHand, connect, moveByHand } from './byHand'
import { closedLoop } from './load'
import { MS, next } from './moves'
import { type Machine, medianOfThree } from './result'
import type { BenchProject, World } from './world'

/** Changes per second by hand, moves if nothing else is said, for each number of connections. */
export async function handRates(
  machine: Machine,
  world: World,
  projects: BenchProject[],
  connections: number[],
  change = moveByHand,
): Promise<Record<number, number>> {
  machine.say(`changing by hand on ${connections.join(', ')} connections`)
  const rates: Record<number, number> = {}
  for (const each of connections)
    rates[each] = await handRate(machine, world, projects, each, change)
  return rates
}

async function handRate(
  machine: Machine,
  world: World,
  projects: BenchProject[],
  connections: number,
  change: ByHand,
): Promise<number> {
  const sql = connect(machine.appUrl, connections)
  const run = () =>
    closedLoop(connections, MS, () => {
      const turn = next(projects)
      const { versions } = turn.project
      versions.set(turn.taskId, (versions.get(turn.taskId) ?? 1) + 1)
      return change(sql, world, turn)
    })
  const { rate } = await medianOfThree(run, (each) => each.rate)
  await sql.end()
  return Math.round(rate)
}
