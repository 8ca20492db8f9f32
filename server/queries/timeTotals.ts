import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** Seconds: logged, estimated to be left, and as first thought. */
export interface TimeTrackingSums {
  spent: number
  remaining: number
  original: number
  /** How many tasks that is. */
  tasks: number
}

/** What to add up: all that stands below a task, a sprint, or a version. */
export type TimeTotalsSubject = { taskId: Id } | { sprintId: Id } | { versionId: Id }

/**
 * The time of a task (its own) with everything below it, or of a sprint's or a version's tasks with
 * everything below them. Archived tasks count what was logged on them, and have nothing left; what
 * has gone to another project counts there alone.
 */
export async function loadTimeTotals(
  scope: ProjectScope,
  subject: TimeTotalsSubject,
): Promise<{ own: TimeTrackingSums; all: TimeTrackingSums }> {
  const { sql } = database()
  const { projectId } = scope
  const rootCondition =
    'taskId' in subject
      ? sql`t.id = ${subject.taskId}`
      : 'sprintId' in subject
        ? sql`t.sprint_id = ${subject.sprintId}`
        : sql`t.fix_versions <> '{}' and t.fix_versions @> array[${subject.versionId}::uuid]`
  // Walked down by the index of parents, also where statistics lag behind an import and a plain join
  // would read all of the project each time; `union` counts a task once that is met twice.
  const [row] = await sql<Record<string, number>[]>`
    with recursive family as (
      select t.id, true as first from task t where t.project_id = ${projectId} and ${rootCondition}
      union
      select t.id, false from family f
      cross join lateral (
        select id from task
        where parent_id = f.id and (project_id = ${projectId}) is true offset 0) t
    ), each as (
      select distinct on (id) id, first from family order by id, first desc
    )
    select ${totalsColumns(sql`each.first`)}, ${totalsColumns(sql`true`, 'All')}
    from each cross join lateral (
      select * from task
      where id = each.id and project_id = ${projectId} and moved_to is null offset 0) t`
  const totalsOf = (end: string): TimeTrackingSums => ({
    spent: row?.[`spent${end}`] ?? 0,
    remaining: row?.[`remaining${end}`] ?? 0,
    original: row?.[`original${end}`] ?? 0,
    tasks: row?.[`tasks${end}`] ?? 0,
  })
  return { own: totalsOf(''), all: totalsOf('All') }

  function totalsColumns(which: ReturnType<typeof sql>, end = '') {
    const sum = (value: string, name: string) => sql`
      coalesce(sum(${sql.unsafe(value)}) filter (where ${which}), 0)::float8
        as ${sql(name + end)}`
    return sql`${sum('t.time_spent', 'spent')},
      ${sum('case when t.archived_at is null then t.remaining_estimate end', 'remaining')},
      ${sum('t.original_estimate', 'original')},
      (count(*) filter (where ${which}))::int as ${sql(`tasks${end}`)}`
  }
}
