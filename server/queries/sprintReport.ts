import type { Person } from '@/domain/board'
import type { SprintChange, SprintMark } from '@/domain/sprint/journal'
import { reportOf, type SprintJournal, type SprintReport } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id, TaskType } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { json, moment, type Row, toSprint } from '@/server/log/rows'
import { peopleById } from './people'
import { type Reader, snapshot } from './snapshot'

/** A task as a report names it. */
export interface NamedTask {
  id: Id
  number: number
  title: string
  type: TaskType
}

/** A sprint with what it came to, and the names that its report needs. */
export interface ReportedSprint {
  sprint: Sprint
  /** Null before it starts. */
  report: SprintReport | null
  tasks: NamedTask[]
  sprints: { id: Id; name: string }[]
  people: Person[]
}

/**
 * The report of a sprint, up to now where it runs; null when the project has no such sprint. Reads
 * the report's own rows, never the log: what was done in the last moments may not be in it yet.
 * @param sprintId a UUID
 */
export async function sprintReport(
  scope: ProjectScope,
  sprintId: Id,
): Promise<ReportedSprint | null> {
  const { projectId } = scope
  const now = new Date().toISOString()
  const { data } = await snapshot(projectId, async (sql) => {
    const [sprints, journal, tasks] = await Promise.all([
      sql<Row[]>`select * from sprint where project_id = ${projectId}`,
      readJournal(sql, projectId, sprintId),
      sql<NamedTask[]>`
        select id, number, title, type from task
        where project_id = ${projectId} and id in (
          select task_id from report_change
          where project_id = ${projectId} and sprint_id = ${sprintId})`,
    ])
    const known = sprints.map(toSprint)
    const sprint = known.find((each) => each.id === sprintId && !each.removedAt)
    if (!sprint) return null
    const report = reportOf(journal, now)
    const people = await peopleById(sql, scope, report ? namedIn(report) : [])
    return { sprint, report, tasks, sprints: known.map(({ id, name }) => ({ id, name })), people }
  })
  return data
}

/** What a sprint's report is made of. */
export async function readJournal(
  sql: Reader,
  projectId: Id,
  sprintId: Id,
): Promise<SprintJournal> {
  const [turns, changes] = await Promise.all([
    sql<{ sprint_id: Id; marks: unknown }[]>`
      select sprint_id, marks from report_sprint where project_id = ${projectId}`,
    sql<Row[]>`
      select task_id, seq, at, actor, imported, kind, other, points, done from report_change
      where project_id = ${projectId} and sprint_id = ${sprintId} order by seq`,
  ])
  const marks = turns.flatMap((row) => json(row.marks) as SprintMark[])
  return {
    marks: marks.filter((mark) => mark.sprintId === sprintId),
    others: marks.filter((mark) => mark.sprintId !== sprintId),
    changes: changes.map((row) => toChange(sprintId, row)),
  }
}

function toChange(sprintId: Id, row: Row): SprintChange {
  return {
    sprintId,
    taskId: row.task_id,
    seq: Number(row.seq),
    at: moment(row.at),
    actor: row.actor,
    imported: row.imported,
    kind: row.kind,
    other: row.other,
    points: row.points,
    done: row.done,
  } as SprintChange
}

function namedIn({ started, completed, done, scope }: SprintReport): Id[] {
  const acts = [started, ...(completed ? [completed] : []), ...done, ...scope]
  return [...new Set(acts.map(({ actor }) => actor))]
}
