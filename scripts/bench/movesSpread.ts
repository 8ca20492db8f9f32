import { closeDatabase } from '@/db/client'
import { handRates } from './byHandRate'
import { through } from './moves'
import { type Bench, medianOfThree, short } from './result'
import { type BenchProject, makeProject, makeWorld } from './world'

const GOAL = 0.5

/** 64 writers over 100 projects. */
export const movesSpread: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 100 projects of 100 tasks')
  const projects: BenchProject[] = []
  for (let i = 0; i < 100; i++) projects.push(await makeProject(world, 100))
  const limits = await handRates(machine, world, projects, [16, 64])
  const limit = Math.max(...Object.values(limits))
  machine.say('moving through execute')
  const { rate, p50, p95 } = await medianOfThree(
    () => through(world, projects),
    (each) => each.rate,
  )
  await closeDatabase()
  const ratio = rate / limit
  return {
    'moves.spread': {
      value: short(rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(ratio),
      goal: `${GOAL} × by hand`,
      met: ratio >= GOAL,
      p50: short(p50),
      p95: short(p95),
      limits,
    },
  }
}
