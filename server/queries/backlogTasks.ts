import type { Row } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { cardColumns } from './cardRows'
import { filterSql } from './filteredBoard'
import type { SqlReader } from './snapshot'

/** What to read of the planning order. */
export interface BacklogPageOptions {
  sql: SqlReader
  scope: ProjectScope
  filter: BoardFilter | null
  limit: number
  /** Only what stands behind this. */
  after?: { rank: string; number: number } | null
}

type SqlFragment = ReturnType<SqlReader>

/** The first tasks of every open sprint, each with its `section`. */
export function selectFirstSprintTasks(options: BacklogPageOptions): Promise<Row[]> {
  const { sql, scope } = options
  return sql<Row[]>`
    select s.id as section, c.* from sprint s cross join lateral (
      ${sprintTasksSql(options, sql`s.id`)}
    ) c
    where s.project_id = ${scope.projectId} and s.state <> 'closed' and s.removed_at is null`
}

/** The first tasks of the backlog, each with its `section`. */
export function selectFirstBacklogTasks(options: BacklogPageOptions): Promise<Row[]> {
  const { sql } = options
  return sql<
    Row[]
  >`select ${BACKLOG_SECTION}::text as section, c.* from (${backlogTasksSql(options)}) c`
}

/** The tasks of a sprint, where it is open, or of the backlog (null). */
export function selectSectionTasks(
  options: BacklogPageOptions,
  sprintId: Id | null,
): Promise<Row[]> {
  const { sql, scope } = options
  if (sprintId === null) return sql<Row[]>`${backlogTasksSql(options)}`
  return sql<Row[]>`
    select c.* from sprint s cross join lateral (${sprintTasksSql(options, sql`s.id`)}) c
    where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.state <> 'closed'
      and s.removed_at is null`
}

/** How many tasks of each section pass a filter: every one of them is looked at. */
export function countMatchingTasks(sql: SqlReader, scope: ProjectScope, filter: BoardFilter) {
  return sql<Row[]>`
    select coalesce(s.id::text, ${BACKLOG_SECTION}) as section, count(*)::int as count
    from task t
    join status st on st.project_id = t.project_id and st.id = t.status_id
    left join sprint s on s.project_id = t.project_id and s.id = t.sprint_id
      and s.state <> 'closed' and s.removed_at is null
    where t.project_id = ${scope.projectId} and ${isPlannableSql(sql)}
      and (s.id is not null or st.category <> 'done') ${filterSql(sql, filter, scope.projectKey)}
    group by 1`
}

/**
 * The index holds the planning order by section and status, so each status gives its first, and the
 * first of those are the section's.
 */
function sprintTasksSql(options: BacklogPageOptions, sprint: SqlFragment) {
  const { sql, scope, limit } = options
  return sql`
    select t.* from status st cross join lateral (
      ${tasksInStatusSql(options, sql`t.sprint_id = ${sprint}`)}
    ) t
    where st.project_id = ${scope.projectId}
    order by t.backlog_rank, t.number limit ${limit}`
}

/** What is in no sprint, and what was reopened in closed sprints: `sprint_totals` knows which. */
function backlogTasksSql(options: BacklogPageOptions) {
  const { sql, scope, limit } = options
  return sql`
    select t.* from status st cross join lateral (
      (${tasksInStatusSql(options, sql`t.sprint_id is null`)})
      union all
      (select o.* from sprint_totals p
        join sprint s on s.project_id = p.project_id and s.id = p.sprint_id and s.state = 'closed'
        cross join lateral (${tasksInStatusSql(options, sql`t.sprint_id = p.sprint_id`)}) o
        where p.project_id = ${scope.projectId} and p.status_id = st.id and p.tasks > 0)
    ) t
    where st.project_id = ${scope.projectId} and st.category <> 'done'
    order by t.backlog_rank, t.number limit ${limit}`
}

/** The sprint is named in the order as well: an index is not followed past a column that is null. */
function tasksInStatusSql(
  { sql, scope, filter, limit, after }: BacklogPageOptions,
  sprint: SqlFragment,
) {
  return sql`
    select ${cardColumns(sql)} from task t
    where t.project_id = ${scope.projectId} and ${sprint} and t.status_id = st.id
      and ${isPlannableSql(sql)} ${after ? afterBacklogRankSql(sql, after) : sql``}
      ${filter ? filterSql(sql, filter, scope.projectKey) : sql``}
    order by t.sprint_id, t.backlog_rank, t.number limit ${limit}`
}

/** As the index says it. */
const isPlannableSql = (sql: SqlReader) =>
  sql`t.archived_at is null and t.type in ('story', 'task', 'bug')`

const afterBacklogRankSql = (sql: SqlReader, { rank, number }: { rank: string; number: number }) =>
  sql`and t.backlog_rank >= ${rank} and (t.backlog_rank > ${rank} or t.number > ${number})`
