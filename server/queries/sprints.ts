import { database } from '@/db/client'
import { type Row, toSprint } from '@/db/rows'
import type { Id, Instant } from '@/domain/kernel/primitives'
import { proposeSprintName } from '@/domain/sprint/proposeSprintName'
import {
  EMPTY_SPRINT_TOTALS,
  type SprintContents,
  type SprintPage,
  type SprintTotals,
  type SprintWithTotals,
  type UnfinishedTask,
  type Workload,
} from '@/domain/views/sprints'
import type { ProjectScope } from '@/server/access/scope'
import { readSnapshot, type SqlReader } from './snapshot'

const PAGE_SIZE = 20

/**
 * The open sprints and a page of those completed, with their figures.
 * @param before when the last one of the page before was completed; null for the first page
 */
export async function loadSprints(
  scope: ProjectScope,
  before: Instant | null,
): Promise<SprintPage> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [open, closed] = await Promise.all([
      sql<Row[]>`
        select s.*, ${totalsColumns(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.state <> 'closed' and s.removed_at is null
        order by s.rank`,
      sql<Row[]>`
        select s.*, ${totalsColumns(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.state = 'closed'
          ${before ? sql`and s.completed_at < ${before}::timestamptz` : sql``}
        order by s.completed_at desc, s.id desc limit ${PAGE_SIZE + 1}`,
    ])
    return { open: open.map(toSprintWithTotals), closed: closed.map(toSprintWithTotals) }
  })
  const closed = data.closed.slice(0, PAGE_SIZE)
  const next = data.closed.length > PAGE_SIZE ? (closed.at(-1)?.completedAt ?? null) : null
  return { seq, open: data.open, closed, next }
}

/** One sprint with its figures, whatever its state; null when the project has no such sprint. */
export async function loadSprintWithTotals(
  scope: ProjectScope,
  sprintId: Id,
): Promise<{ seq: number; sprint: SprintWithTotals } | null> {
  const { seq, data } = await readSnapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select s.*, ${totalsColumns(sql)} from sprint s
      where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.removed_at is null`,
  )
  return data[0] ? { seq, sprint: toSprintWithTotals(data[0]) } : null
}

/** What a sprint holds; null when the project has no such sprint. */
export async function loadSprintContents(
  scope: ProjectScope,
  sprintId: Id,
): Promise<SprintContents | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [found, unfinished] = await Promise.all([
      sql<Row[]>`
        select ${totalsColumns(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.removed_at is null`,
      sql<UnfinishedTask[]>`
        select t.id, t.number, t.title, t.type, t.status_id as "statusId", t.estimate
        from task t join status s on s.project_id = t.project_id and s.id = t.status_id
        where t.project_id = ${scope.projectId} and t.sprint_id = ${sprintId}
          and t.archived_at is null and s.category <> 'done'
        order by t.backlog_rank`,
    ])
    return found[0] ? { ...toTotals(found[0]), unfinished: [...unfinished] } : null
  })
  return data && { seq, ...data }
}

/**
 * What is left to do in a sprint, by person; subtasks count where they have estimates of their own.
 * The hours of a task that several share are parted among them.
 */
export async function loadSprintWorkload(scope: ProjectScope, sprintId: Id): Promise<Workload[]> {
  const { sql } = database()
  const rows = await sql<Workload[]>`
    select p.id as "personId", count(*)::int as tasks,
      coalesce(sum(coalesce(t.remaining_estimate, t.original_estimate)::float8 / c.heads), 0)
        as seconds,
      count(*) filter (where coalesce(t.remaining_estimate, t.original_estimate) is null)::int
        as "withoutEstimate",
      coalesce(sum(t.estimate / c.heads), 0) as points
    from task t
    join status s on s.project_id = t.project_id and s.id = t.status_id and s.category <> 'done'
    cross join lateral (select greatest(cardinality(t.assignees), 1) as heads) c
    cross join lateral unnest(
      case when cardinality(t.assignees) = 0 then array[null]::uuid[] else t.assignees end
    ) as p(id)
    where t.project_id = ${scope.projectId} and t.archived_at is null
      and (t.sprint_id = ${sprintId} or t.type = 'subtask' and t.parent_id in (
        select id from task where project_id = ${scope.projectId} and sprint_id = ${sprintId}))
    group by p.id order by p.id`
  return [...rows]
}

/** The name proposed for the project's next sprint. */
export async function loadNextSprintName(scope: ProjectScope): Promise<string> {
  const rows = await database().sql<{ name: string }[]>`
    select name from sprint where project_id = ${scope.projectId} and removed_at is null`
  return proposeSprintName(
    scope.projectKey,
    rows.map((row) => row.name),
  )
}

/** The sums of sprint `s` as two columns, all of it and what is done, from those that are kept. */
function totalsColumns(sql: SqlReader) {
  const totals = (which: ReturnType<typeof sql>) => sql`(
    select json_build_object('tasks', coalesce(sum(p.tasks), 0),
      'points', coalesce(sum(p.points), 0), 'unestimated', coalesce(sum(p.unestimated), 0))
    from sprint_totals p join status c on c.project_id = p.project_id and c.id = p.status_id
    where p.project_id = s.project_id and p.sprint_id = s.id ${which})`
  return sql`${totals(sql``)} as total, ${totals(sql`and c.category = 'done'`)} as done`
}

function toTotals(row: Row): { total: SprintTotals; done: SprintTotals } {
  return {
    total: { ...EMPTY_SPRINT_TOTALS, ...(row.total as SprintTotals) },
    done: { ...EMPTY_SPRINT_TOTALS, ...(row.done as SprintTotals) },
  }
}

const toSprintWithTotals = (row: Row): SprintWithTotals => ({ ...toSprint(row), ...toTotals(row) })
