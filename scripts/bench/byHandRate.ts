import { byHand } from './byHand'
import { closedLoop } from './load'
import { MS, next } from './moves'
import { type Machine, medianOfThree } from './result'
import type { BenchProject, World } from './world'

/** Moves per second by hand, for each number of connections. */
export async function handRates(
  machine: Machine,
  world: World,
  projects: BenchProject[],
  connections: number[],
): Promise<Record<number, number>> {
  machine.say(`moving by hand on ${connections.join(', ')} connections`)
  const rates: Record<number, number> = {}
  for (const each of connections) rates[each] = await handRate(machine, world, projects, each)
  return rates
}

async function handRate(
  machine: Machine,
  world: World,
  projects: BenchProject[],
  connections: number,
): Promise<number> {
  const hand = byHand(machine.appUrl, world, connections)
  const run = () =>
    closedLoop(connections, MS, () => {
      const { project, taskId, statusId } = next(projects)
      project.versions.set(taskId, (project.versions.get(taskId) ?? 1) + 1)
      return hand.move(project, taskId, statusId)
    })
  const { rate } = await medianOfThree(run, (each) => each.rate)
  await hand.close()
  return Math.round(rate)
}
