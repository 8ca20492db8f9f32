import type { Fragment, Sql } from 'postgres'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, type Row } from '../log/rows'
import type { Needs } from './needs'
import { ANYWHERE } from './places'

/** The rows of one batch, as the database gave them. */
export interface Loaded {
  commands: Row[]
  project: Row[]
  statuses: Row[]
  tasks: Row[]
  missed: Row[]
  people: Row[]
  places: Row[]
  comments: Row[]
  conflicts: Row[]
  columns: Row[]
  imported: Row[]
  keys: Row[]
  /** The project, where another workspace holds its id and a new one is wanted. */
  elsewhere: Row[]
}

const TASK = `id, number, type, title, status_id, rank, priority, assignees, labels, links, estimate,
  due_date, reporter, created_at, updated_at, archived_at, comments, version`

/**
 * Reads all that a batch needs in one round trip: the statements are sent without waiting for one
 * another. Call it under the project's lock, where what it reads stays true until the commit.
 */
export async function load(
  sql: Sql,
  { workspaceId, projectId }: { workspaceId: Id; projectId: Id },
  actors: Id[],
  needs: Needs,
): Promise<Loaded> {
  const none: Promise<Row[]> = Promise.resolve([])
  // Written so that no index serves it: where statistics lag behind a fresh project, the planner
  // would read all of the project by it instead of a few rows by their ids.
  const here = (table: string) => sql`(${sql.unsafe(table)}.project_id = ${projectId}) is true`
  const event = sql.unsafe(EVENT_COLUMNS.map((name) => `e.${name}`).join(', '))
  const taskIds = [...needs.tasks.keys()]
  const [commands, project, statuses, tasks, missed, people, places, ...rest] = await Promise.all([
    sql`select * from command where project_id = ${projectId} and command_id = any(${needs.commandIds})`,
    sql`select * from project where id = ${projectId} and workspace_id = ${workspaceId}`,
    sql`select * from status where project_id = ${projectId} order by rank`,
    taskIds.length === 0
      ? none
      : sql`select ${sql.unsafe(TASK)},
              case when id = any(${[...needs.texts]}) then description end as description
            from task where id = any(${taskIds}) and ${here('task')}`,
    missedEvents(sql, projectId, needs, event, here('e')),
    sql`select id, role, role_since, former_role, removed_at from person
        where workspace_id = ${workspaceId} and id = any(${[...new Set([...actors, ...needs.people])]})`,
    needs.places.size === 0 ? none : around(sql, projectId, needs),
    needs.comments.size === 0
      ? none
      : sql`select * from comment where id = any(${[...needs.comments]}) and ${here('comment')}`,
    needs.conflicts.size === 0
      ? none
      : sql`select body from conflict where id = any(${[...needs.conflicts]}) and ${here('conflict')}`,
    needs.columns.size === 0
      ? none
      : sql`select * from task where project_id = ${projectId} and archived_at is null
            and status_id = any(${[...needs.columns]}) order by rank, number`,
    needs.imported.size === 0
      ? none
      : sql`select t.id, (select max(at) from event e where e.task_id = t.id and e.imported
              and e.type like 'task.%' and ${here('e')}) as until,
              array(select c.id from comment c where c.task_id = t.id and ${here('c')}) as comments
            from unnest(${[...needs.imported]}::uuid[]) as t(id)`,
    needs.keys.size === 0
      ? none
      : sql`select key from project where workspace_id = ${workspaceId} and key = any(${[...needs.keys]})`,
    needs.keys.size === 0
      ? none
      : sql`select 1 from project where id = ${projectId} and workspace_id <> ${workspaceId}`,
  ])
  const [comments, conflicts, columns, imported, keys, elsewhere] = rest
  return {
    commands,
    project,
    statuses,
    tasks,
    missed,
    people,
    places,
    comments: comments ?? [],
    conflicts: conflicts ?? [],
    columns: columns ?? [],
    imported: imported ?? [],
    keys: keys ?? [],
    elsewhere: elsewhere ?? [],
  }
}

async function missedEvents(
  sql: Sql,
  projectId: Id,
  needs: Needs,
  columns: Fragment,
  here: Fragment,
) {
  const behind = [...needs.tasks].filter(([, base]) => base < Number.MAX_SAFE_INTEGER)
  const ofTasks =
    behind.length === 0
      ? []
      : sql`select ${columns} from unnest(${behind.map(([id]) => id)}::uuid[],
              ${behind.map(([, base]) => base)}::int[]) as want(id, base)
            join event e on e.task_id = want.id and e.version > want.base
            where ${here} order by e.seq`
  const ofProject =
    needs.projectSince === null
      ? []
      : sql`select ${columns} from event e where e.project_id = ${projectId}
            and e.task_id is null and e.version > ${needs.projectSince} order by e.seq`
  return (await Promise.all([ofTasks, ofProject])).flat() as Row[]
}

/** The ranks around each wanted place, leaving out the task that is to be placed. */
function around(sql: Sql, projectId: Id, needs: Needs): Promise<Row[]> {
  const wanted = [...needs.places]
  const column = (values: (string | undefined)[]) => values.map((value) => value || null)
  const at = (order: string, rank = '') =>
    sql.unsafe(`(select t.rank from task t where t.project_id = w.project_id
      and t.status_id = w.status_id and t.archived_at is null
      and t.id is distinct from w.task_id ${rank} order by t.rank ${order} limit 1)`)
  const rankOf = (neighbour: string) => sql`(
    select case when n.status_id = w.status_id and n.archived_at is null then n.rank end
    from task n where n.id = w.${sql.unsafe(neighbour)} and n.project_id = ${projectId})`
  // Only ends are asked of the whole project; column by column, so that the index answers.
  const last = sql`(select max(t.rank) from status s cross join lateral (
      select rank from task t where t.project_id = ${projectId} and t.status_id = s.id
      and t.archived_at is null order by t.rank desc limit 1) t where s.project_id = ${projectId})`
  return sql`
    with want as materialized (
      select w.*, ${projectId}::uuid as project_id, ${rankOf('after_id')} as after_rank,
        ${rankOf('before_id')} as before_rank
      from unnest(${wanted.map(([id]) => id)}::uuid[], ${column(wanted.map(([, w]) => w.taskId))}::uuid[],
        ${wanted.map(([, w]) => w.statusId)}::text[], ${column(wanted.map(([, w]) => w.place.after))}::uuid[],
        ${column(wanted.map(([, w]) => w.place.before))}::uuid[],
        ${column(wanted.map(([, w]) => w.place.end ?? 'bottom'))}::text[]
      ) as w(command_id, task_id, status_id, after_id, before_id, place_end)
    )
    select w.command_id, w.after_rank as after, w.before_rank as before,
      case when w.after_rank is not null then ${at('asc', 'and t.rank > w.after_rank')} end as "afterNext",
      case when w.before_rank is not null then ${at('desc', 'and t.rank < w.before_rank')} end as "beforePrev",
      case when w.place_end = 'top' then ${at('asc')} end as top,
      case when w.status_id = ${ANYWHERE} then ${last}
        when w.place_end = 'bottom' then ${at('desc')} end as bottom
    from want w` as Promise<Row[]>
}
