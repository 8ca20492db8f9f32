import { database } from '@/db/client'
import {
  type CountedSprint,
  type Figures,
  type Load,
  NO_FIGURES,
  type OpenTask,
  type SprintContents,
  type SprintPage,
} from '@/domain/sprint/figures'
import { proposedName } from '@/domain/sprint/name'
import type { Id, Moment } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toSprint } from '@/server/log/rows'
import { type Reader, snapshot } from './snapshot'

const PAGE = 20

/**
 * The open sprints and a page of those completed, with their figures.
 * @param before when the last one of the page before was completed; null for the first page
 */
export async function sprints(scope: ProjectScope, before: Moment | null): Promise<SprintPage> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [open, closed] = await Promise.all([
      sql<Row[]>`
        select s.*, ${figures(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.state <> 'closed' and s.removed_at is null
        order by s.rank`,
      sql<Row[]>`
        select s.*, ${figures(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.state = 'closed'
          ${before ? sql`and s.completed_at < ${before}::timestamptz` : sql``}
        order by s.completed_at desc, s.id desc limit ${PAGE + 1}`,
    ])
    return { open: open.map(toCounted), closed: closed.map(toCounted) }
  })
  const closed = data.closed.slice(0, PAGE)
  const next = data.closed.length > PAGE ? (closed.at(-1)?.completedAt ?? null) : null
  return { seq, open: data.open, closed, next }
}

/** One sprint with its figures, whatever its state; null when the project has no such sprint. */
export async function countedSprint(
  scope: ProjectScope,
  sprintId: Id,
): Promise<{ seq: number; sprint: CountedSprint } | null> {
  const { seq, data } = await snapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select s.*, ${figures(sql)} from sprint s
      where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.removed_at is null`,
  )
  return data[0] ? { seq, sprint: toCounted(data[0]) } : null
}

/** What a sprint holds; null when the project has no such sprint. */
export async function sprintContents(
  scope: ProjectScope,
  sprintId: Id,
): Promise<SprintContents | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [found, open] = await Promise.all([
      sql<Row[]>`
        select ${figures(sql)} from sprint s
        where s.project_id = ${scope.projectId} and s.id = ${sprintId} and s.removed_at is null`,
      sql<OpenTask[]>`
        select t.id, t.number, t.title, t.type, t.status_id as "statusId", t.estimate
        from task t join status s on s.project_id = t.project_id and s.id = t.status_id
        where t.project_id = ${scope.projectId} and t.sprint_id = ${sprintId}
          and t.archived_at is null and s.category <> 'done'
        order by t.plan_rank`,
    ])
    return found[0] ? { ...toFigures(found[0]), open: [...open] } : null
  })
  return data && { seq, ...data }
}

/**
 * What is left to do in a sprint, by person; subtasks count where they have estimates of their own.
 * The hours of a task that several share are parted among them.
 */
export async function sprintLoad(scope: ProjectScope, sprintId: Id): Promise<Load[]> {
  const { sql } = database()
  const rows = await sql<Load[]>`
    select p.id as "personId", count(*)::int as tasks,
      coalesce(sum(coalesce(t.remaining_estimate, t.original_estimate)::float8 / c.heads), 0)
        as seconds,
      count(*) filter (where coalesce(t.remaining_estimate, t.original_estimate) is null)::int
        as untimed,
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
export async function nextSprintName(scope: ProjectScope): Promise<string> {
  const rows = await database().sql<{ name: string }[]>`
    select name from sprint where project_id = ${scope.projectId} and removed_at is null`
  return proposedName(
    scope.projectKey,
    rows.map((row) => row.name),
  )
}

/** The sums of sprint `s` as two columns, all of it and what is done, from those that are kept. */
function figures(sql: Reader) {
  const sums = (which: ReturnType<typeof sql>) => sql`(
    select json_build_object('tasks', coalesce(sum(p.tasks), 0),
      'points', coalesce(sum(p.points), 0), 'unestimated', coalesce(sum(p.unestimated), 0))
    from planned p join status c on c.project_id = p.project_id and c.id = p.status_id
    where p.project_id = s.project_id and p.sprint_id = s.id ${which})`
  return sql`${sums(sql``)} as all, ${sums(sql`and c.category = 'done'`)} as done`
}

function toFigures(row: Row): { all: Figures; done: Figures } {
  return {
    all: { ...NO_FIGURES, ...(row.all as Figures) },
    done: { ...NO_FIGURES, ...(row.done as Figures) },
  }
}

const toCounted = (row: Row): CountedSprint => ({ ...toSprint(row), ...toFigures(row) })
