import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { taskColumns } from '@/db/rowColumns'
import { project, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, replayEvent } from '@/domain/replayEvent'
import type { Task } from '@/domain/task/task'
import type { BenchProject } from './fixtures'
import { readLog } from './readLog'

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
  const [row] = await database()
    .db.select({ seq: project.seq })
    .from(project)
    .where(eq(project.id, projectId))
  if (!row) throw new Error(`There is no project ${projectId}.`)
  return row.seq
}

function readTasks(projectId: Id): Promise<Task[]> {
  return database().db.select(taskColumns).from(task).where(eq(task.projectId, projectId))
}
