import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { command, event } from '@/db/schema/eventLog'
import { project, task } from '@/db/schema/project'
import { sprintReportChange } from '@/db/schema/sprintReports'
import type { Id } from '@/domain/kernel/primitives'
import type { BenchmarkEnvironment } from './benchmarkResult'
import { BenchSprints } from './benchSprints'
import { type BenchFixture, type BenchProject, createBenchProject } from './fixtures'
import { runMoves } from './runMoves'

const TASKS = 12_000
const SPRINTS = 20
const TASKS_PER_SPRINT = 200

/** Creates a project with twenty sprints of 200 tasks and a log of at least this many events. */
export async function createSprintProject(
  environment: BenchmarkEnvironment,
  fixture: BenchFixture,
  events: number,
): Promise<{ project: BenchProject; sprintIds: Id[] }> {
  environment.say(`making ${events} events with ${SPRINTS} sprints`)
  const project = await createBenchProject(fixture, TASKS)
  const sprints = new BenchSprints(fixture, project)
  const sprintIds: Id[] = []
  for (let i = 0; i < SPRINTS; i++) {
    const sprintTasks = project.taskIds.slice(i * TASKS_PER_SPRINT, (i + 1) * TASKS_PER_SPRINT)
    const [addedTask = '', removedTask = ''] = [sprintTasks.pop(), sprintTasks[0]]
    const sprintId = await sprints.start(sprintTasks)
    sprintIds.push(sprintId)
    await sprints.plan([addedTask], sprintId)
    await sprints.plan([removedTask], null)
    await Promise.all(
      sprintTasks.slice(1, 41).map((taskId, at) => sprints.estimate(taskId, 9 + (at % 5))),
    )
    await Promise.all(sprintTasks.slice(1, 161).map((taskId) => sprints.move(taskId, 'done')))
    if (i < SPRINTS - 1) await sprints.complete(sprintId)
  }
  while ((await eventCount(project)) < events) await runMoves(fixture, [project], 64)
  await database()
    .db.execute(sql`analyze ${task}, ${event}, ${command}, ${sprintReportChange}`)
    .catch(() => {})
  return { project, sprintIds }
}

/** Returns the number of events in a project's log. */
export async function eventCount({ projectId }: BenchProject): Promise<number> {
  const [row] = await database()
    .db.select({ seq: project.seq })
    .from(project)
    .where(eq(project.id, projectId))
  return row?.seq ?? 0
}
