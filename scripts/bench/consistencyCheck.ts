import { isDeepStrictEqual } from 'node:util'
import { database } from '@/db/client'
import { EVENT_COLUMNS, toEvent, toTask } from '@/db/rows'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, replayEvent } from '@/domain/replayEvent'
import type { Task } from '@/domain/task/task'
import type { BenchProject } from './fixtures'

/**
 * Captures a project's rows. `isConsistent` later tells whether the log has no gaps since, and
 * whether replaying it gives the current rows.
 */
export async function startConsistencyCheck({ projectId }: BenchProject) {
  const seq = await readSeq(projectId)
  const before = await readTasks(projectId)
  return {
    isConsistent: async (): Promise<boolean> => {
      const events = await readLog(projectId, seq)
      const gapFree = events.every((event, i) => event.seq === seq + 1 + i)
      const replayed = {
        ...initialState(),
        seq,
        tasks: new Map(before.map((task) => [task.id, task])),
      }
      for (const event of events) replayEvent(replayed, event)
      const now = await readTasks(projectId)
      const same = now.every((task) => isDeepStrictEqual(replayed.tasks.get(task.id), task))
      return gapFree && same && (await readSeq(projectId)) === seq + events.length
    },
  }
}

async function readSeq(projectId: Id): Promise<number> {
  const [row] = await database().sql`select seq from project where id = ${projectId}`
  return Number(row?.seq)
}

async function readTasks(projectId: Id): Promise<Task[]> {
  return (await database().sql`select * from task where project_id = ${projectId}`).map(toTask)
}

async function readLog(projectId: Id, after: number): Promise<StoredEvent[]> {
  const { sql } = database()
  const rows = await sql`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${projectId} and seq > ${after} order by seq`
  return rows.map(toEvent)
}
