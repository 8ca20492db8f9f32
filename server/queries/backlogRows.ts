import { BACKLOG } from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { cardColumns } from './boardRows'
import { passing } from './filteredBoard'
import type { Reader } from './snapshot'

/** What to read of the planning order. */
export interface Stretch {
  sql: Reader
  scope: ProjectScope
  filter: BoardFilter | null
  limit: number
  /** Only what stands behind this. */
  after?: { rank: string; number: number } | null
}

type Condition = ReturnType<Reader>

/** The first tasks of every open sprint, each with its `section`. */
export function firstOfSprints(stretch: Stretch): Promise<Row[]> {
  const { sql, scope } = stretch
  return sql<Row[]>`
    select s.id as section, c.* from sprint s cross join lateral (
      ${ofSprint(stretch, sql`s.id`)}
    ) c
    where s.project_id = ${scope.projectId} and s.state <> 'closed' and s.removed_at is null`
}

/** The first tasks of the backlog, each with its `section`. */
export function firstOfBacklog(stretch: Stretch): Promise<Row[]> {
  const { sql } = stretch
  return sql<Row[]>`select ${BACKLOG}::text as section, c.* from (${ofBacklog(stretch)}) c`
}

/** The tasks of a sprint, where it is open, or of the backlog (null). */
export function nextOf(stretch: Stretch, sprintId: Id | null): Promise<Row[]> {
  const { sql, scope } = stretch
  if (sprintId === null) return sql<Row[]>`${ofBacklog(stretch)}`
  return sql<Row[]>`
    select c.* from sprint s cross join lateral (${ofSprint(stretch, sql`s.id`)}) c
    where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.state <> 'closed'
      and s.removed_at is null`
}

/** How many tasks of each section pass a filter: every one of them is looked at. */
export function countPassing(sql: Reader, scope: ProjectScope, filter: BoardFilter) {
  return sql<Row[]>`
    select coalesce(s.id::text, ${BACKLOG}) as section, count(*)::int as count
    from task t
    join status st on st.project_id = t.project_id and st.id = t.status_id
    left join sprint s on s.project_id = t.project_id and s.id = t.sprint_id
      and s.state <> 'closed' and s.removed_at is null
    where t.project_id = ${scope.projectId} and ${planned(sql)}
      and (s.id is not null or st.category <> 'done') ${passing(sql, filter, scope.projectKey)}
    group by 1`
}

/**
 * The index holds the planning order by section and status, so each status gives its first, and the
 * first of those are the section's.
 */
function ofSprint(stretch: Stretch, sprint: Condition) {
  const { sql, scope, limit } = stretch
  return sql`
    select t.* from status st cross join lateral (
      ${inStatus(stretch, sql`t.sprint_id = ${sprint}`)}
    ) t
    where st.project_id = ${scope.projectId}
    order by t.plan_rank, t.number limit ${limit}`
}

/** What is in no sprint, and what was reopened in sprints that are over: `planned` knows which. */
function ofBacklog(stretch: Stretch) {
  const { sql, scope, limit } = stretch
  return sql`
    select t.* from status st cross join lateral (
      (${inStatus(stretch, sql`t.sprint_id is null`)})
      union all
      (select o.* from planned p
        join sprint s on s.project_id = p.project_id and s.id = p.sprint_id and s.state = 'closed'
        cross join lateral (${inStatus(stretch, sql`t.sprint_id = p.sprint_id`)}) o
        where p.project_id = ${scope.projectId} and p.status_id = st.id and p.tasks > 0)
    ) t
    where st.project_id = ${scope.projectId} and st.category <> 'done'
    order by t.plan_rank, t.number limit ${limit}`
}

/** The sprint is named in the order as well: an index is not followed past a column that is null. */
function inStatus({ sql, scope, filter, limit, after }: Stretch, sprint: Condition) {
  return sql`
    select ${cardColumns(sql)} from task t
    where t.project_id = ${scope.projectId} and ${sprint} and t.status_id = st.id
      and ${planned(sql)} ${after ? behind(sql, after) : sql``}
      ${filter ? passing(sql, filter, scope.projectKey) : sql``}
    order by t.sprint_id, t.plan_rank, t.number limit ${limit}`
}

/** As the index says it. */
const planned = (sql: Reader) => sql`t.archived_at is null and t.type in ('story', 'task', 'bug')`

const behind = (sql: Reader, { rank, number }: { rank: string; number: number }) =>
  sql`and t.plan_rank >= ${rank} and (t.plan_rank > ${rank} or t.number > ${number})`
