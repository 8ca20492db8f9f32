import { parseJson, type Row, toInstant, toSprint } from '@/db/rows'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import { type SprintLog, type SprintReport, sprintReportOf } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { LifecycleEvent, SprintTaskChange } from '@/domain/sprint/sprintLog'
import type { Person } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { selectPeopleByIds } from './people'
import { readSnapshot, type SqlReader } from './snapshot'

/** A task as a report names it. */
export interface ReportTask {
  id: Id
  number: number
  title: string
  type: TaskType
}

/** A sprint with what it came to, and the names that its report needs. */
export interface SprintReportData {
  sprint: Sprint
  /** Null before it starts. */
  report: SprintReport | null
  tasks: ReportTask[]
  /** All of the project, those removed since too. */
  sprints: Pick<Sprint, 'id' | 'name' | 'state' | 'removedAt'>[]
  people: Person[]
}

/**
 * The report of a sprint, up to now where it runs; null when the project has no such sprint. Reads
 * the report's own rows, never the log: what was done in the last moments may not be in it yet.
 * @param sprintId a UUID
 */
export async function loadSprintReport(
  scope: ProjectScope,
  sprintId: Id,
): Promise<SprintReportData | null> {
  const { projectId } = scope
  const now = new Date().toISOString()
  const { data } = await readSnapshot(projectId, async (sql) => {
    const [sprints, sprintLog, tasks] = await Promise.all([
      sql<Row[]>`select * from sprint where project_id = ${projectId}`,
      readSprintLog(sql, projectId, sprintId),
      sql<ReportTask[]>`
        select id, number, title, type from task
        where project_id = ${projectId} and id in (
          select task_id from sprint_report_change
          where project_id = ${projectId} and sprint_id = ${sprintId})`,
    ])
    const allSprints = sprints.map(toSprint)
    const sprint = allSprints.find((each) => each.id === sprintId && !each.removedAt)
    if (!sprint) return null
    const report = sprintReportOf(sprintLog, now)
    const people = await selectPeopleByIds(sql, scope, report ? peopleInReport(report) : [])
    return {
      sprint,
      report,
      tasks,
      sprints: allSprints.map(({ id, name, state, removedAt }) => ({ id, name, state, removedAt })),
      people,
    }
  })
  return data
}

/** What a sprint's report is made of. */
export async function readSprintLog(
  sql: SqlReader,
  projectId: Id,
  sprintId: Id,
): Promise<SprintLog> {
  const [lifecycleRows, changes] = await Promise.all([
    sql<{ sprint_id: Id; lifecycle_events: unknown }[]>`
      select sprint_id, lifecycle_events from sprint_report_lifecycle where project_id = ${projectId}`,
    sql<Row[]>`
      select task_id, seq, at, actor, imported, kind, other_sprint_id, points, done
      from sprint_report_change
      where project_id = ${projectId} and sprint_id = ${sprintId} order by seq`,
  ])
  const lifecycleEvents = lifecycleRows.flatMap(
    (row) => parseJson(row.lifecycle_events) as LifecycleEvent[],
  )
  return {
    lifecycleEvents: lifecycleEvents.filter((each) => each.sprintId === sprintId),
    otherLifecycleEvents: lifecycleEvents.filter((each) => each.sprintId !== sprintId),
    changes: changes.map((row) => toSprintChange(sprintId, row)),
  }
}

function toSprintChange(sprintId: Id, row: Row): SprintTaskChange {
  return {
    sprintId,
    taskId: row.task_id,
    seq: Number(row.seq),
    at: toInstant(row.at),
    actor: row.actor,
    imported: row.imported,
    kind: row.kind,
    otherSprintId: row.other_sprint_id,
    points: row.points,
    done: row.done,
  } as SprintTaskChange
}

function peopleInReport({ started, completed, done, scopeChanges }: SprintReport): Id[] {
  const entries = [started, ...(completed ? [completed] : []), ...done, ...scopeChanges]
  return [...new Set(entries.map(({ actor }) => actor))]
}
