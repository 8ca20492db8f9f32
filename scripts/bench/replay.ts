import { performance } from 'node:perf_hooks'
import { database } from '@/db/client'
import { fold, nothing } from '@/domain/fold'
import { EVENT_COLUMNS, toEvent } from '@/server/log/rows'
import { through } from './moves'
import { type Bench, medianOfThree, short } from './result'
import { makeProject, makeWorld } from './world'

const GOAL = 200_000

/** Events folded in memory, per second: a log of 10,000 tasks and many moves, read beforehand. */
export const replay: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making a log to replay')
  const project = await makeProject(world, 10_000)
  await through(world, [project], 200)
  const { sql } = database()
  const rows = await sql`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${project.projectId} order by seq`
  const events = rows.map(toEvent)
  const rate = await medianOfThree(async () => {
    const began = performance.now()
    events.reduce(fold, nothing())
    return (events.length / (performance.now() - began)) * 1000
  }, Number)
  return {
    replay: {
      value: Math.round(rate),
      unit: 'events/s',
      limit: null,
      ratio: short(rate / GOAL),
      goal: '200,000 events/s',
      met: rate >= GOAL,
      events: events.length,
    },
  }
}
