import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { sprintColumns } from '@/db/rowColumns'
import { task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import { sprintReportChange, sprintReportLifecycle } from '@/db/schema/sprintReports'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import { type SprintLog, type SprintReport, sprintReportOf } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Person } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { selectPeopleByIds } from './people'
import { readSnapshot } from './snapshot'

/** A task as a report shows it. */
export interface ReportTask {
  id: Id
  number: number
  title: string
  type: TaskType
}

/** A sprint with its report, and the tasks, sprints and people that the report names. */
export interface SprintReportData {
  sprint: Sprint
  /** Null before it starts. */
  report: SprintReport | null
  tasks: ReportTask[]
  /** All sprints of the project, including removed ones. */
  sprints: Pick<Sprint, 'id' | 'name' | 'state' | 'removedAt'>[]
  people: Person[]
}

/**
 * Returns the report of a sprint, up to now while it is active; null when the project has no such
 * sprint. Reads the projection and never the log, so the latest changes may be missing.
 * @param sprintId a UUID
 */
export async function loadSprintReport(
  scope: ProjectScope,
  sprintId: Id,
): Promise<SprintReportData | null> {
  const { projectId } = scope
  const now = new Date().toISOString()
  const { data } = await readSnapshot(projectId, async (db) => {
    const [sprints, sprintLog, tasks] = await Promise.all([
      db.select(sprintColumns).from(sprint).where(eq(sprint.projectId, projectId)),
      readSprintLog(db, projectId, sprintId),
      selectTasksInReport(db, projectId, sprintId),
    ])
    const found = sprints.find((each) => each.id === sprintId && !each.removedAt)
    if (!found) return null
    const report = sprintReportOf(sprintLog, now)
    const people = await selectPeopleByIds(db, scope, report ? peopleInReport(report) : [])
    return {
      sprint: found,
      report,
      tasks,
      sprints: sprints.map(({ id, name, state, removedAt }) => ({ id, name, state, removedAt })),
      people,
    }
  })
  return data
}

/** Reads the stored entries from which a sprint's report is computed. */
export async function readSprintLog(
  db: Queryable,
  projectId: Id,
  sprintId: Id,
): Promise<SprintLog> {
  const { projectId: _, ...changeColumns } = getTableColumns(sprintReportChange)
  const [lifecycles, changes] = await Promise.all([
    db
      .select({ lifecycleEvents: sprintReportLifecycle.lifecycleEvents })
      .from(sprintReportLifecycle)
      .where(eq(sprintReportLifecycle.projectId, projectId)),
    db
      .select(changeColumns)
      .from(sprintReportChange)
      .where(
        and(eq(sprintReportChange.projectId, projectId), eq(sprintReportChange.sprintId, sprintId)),
      )
      .orderBy(sprintReportChange.seq),
  ])
  const lifecycleEvents = lifecycles.flatMap((row) => row.lifecycleEvents)
  return {
    lifecycleEvents: lifecycleEvents.filter((each) => each.sprintId === sprintId),
    otherLifecycleEvents: lifecycleEvents.filter((each) => each.sprintId !== sprintId),
    changes,
  }
}

async function selectTasksInReport(
  db: Queryable,
  projectId: Id,
  sprintId: Id,
): Promise<ReportTask[]> {
  const reportedIds = db
    .select({ id: sprintReportChange.taskId })
    .from(sprintReportChange)
    .where(
      and(eq(sprintReportChange.projectId, projectId), eq(sprintReportChange.sprintId, sprintId)),
    )
  return db
    .select({ id: task.id, number: task.number, title: task.title, type: task.type })
    .from(task)
    .where(and(eq(task.projectId, projectId), inArray(task.id, reportedIds)))
}

function peopleInReport({ started, completed, done, scopeChanges }: SprintReport): Id[] {
  const entries = [started, ...(completed ? [completed] : []), ...done, ...scopeChanges]
  return [...new Set(entries.map(({ actor }) => actor))]
}
