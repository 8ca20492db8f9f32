import { isDeepStrictEqual } from 'node:util'
import { database } from '@/db/client'
import type { LoggedEvent } from '@/domain/events'
import { fold, nothing } from '@/domain/fold'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, toEvent, toTask } from '@/server/log/rows'
import type { BenchProject } from './world'

/**
 * Remembers a project as its rows are now, so that `holds` can say later whether the log has gone
 * on without a gap, and whether what it tells since is what the rows have become.
 */
export async function makeTruth({ projectId }: BenchProject) {
  const seq = await seqOf(projectId)
  const before = await tasksOf(projectId)
  return {
    holds: async (): Promise<boolean> => {
      const events = await logOf(projectId, seq)
      const gapFree = events.every((event, i) => event.seq === seq + 1 + i)
      const told = { ...nothing(), seq, tasks: new Map(before.map((task) => [task.id, task])) }
      for (const event of events) fold(told, event)
      const now = await tasksOf(projectId)
      const same = now.every((task) => isDeepStrictEqual(told.tasks.get(task.id), task))
      return gapFree && same && (await seqOf(projectId)) === seq + events.length
    },
  }
}

async function seqOf(projectId: Id): Promise<number> {
  const [row] = await database().sql`select seq from project where id = ${projectId}`
  return Number(row?.seq)
}

async function tasksOf(projectId: Id): Promise<Task[]> {
  return (await database().sql`select * from task where project_id = ${projectId}`).map(toTask)
}

async function logOf(projectId: Id, after: number): Promise<LoggedEvent[]> {
  const { sql } = database()
  const rows = await sql`
    select ${sql.unsafe(EVENT_COLUMNS.join(', '))} from event
    where project_id = ${projectId} and seq > ${after} order by seq`
  return rows.map(toEvent)
}
