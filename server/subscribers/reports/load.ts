import type { ISql } from 'postgres'
import type { LoggedEvent } from '@/domain/events'
import { beginning, type Followed, type Following } from '@/domain/sprint/journal'
import type { Id, StatusId } from '@/domain/words'
import type { Batch } from '../subscriber'

type Stored = Pick<Followed, 'sprintId' | 'points' | 'done' | 'archived' | 'statusId'> & {
  taskId: Id
}

/**
 * What has to be known to follow a batch: the tasks of it that are in a sprint, from their latest
 * changes, and those that come into one, from the log. All that is asked goes out at once.
 */
export async function followed({ sql, projectId, events }: Batch): Promise<Following> {
  const before = (events[0]?.seq ?? 1) - 1
  const [done, known, coming, all] = await Promise.all([
    sql<{ done: StatusId[] }[]>`
      select done from report_project where project_id = ${projectId}`,
    membersAmong(sql, projectId, named(events)),
    lookedBack(sql, projectId, comingIn(events), before),
    events.some(isOfWorkflow) ? everyMember(sql, projectId, before) : [],
  ])
  const state = beginning()
  for (const id of done[0]?.done ?? []) state.done.add(id)
  for (const { taskId, statusId, points } of coming) {
    const isDone = statusId !== null && state.done.has(statusId)
    state.tasks.set(taskId, { sprintId: null, statusId, points, done: isDone, archived: false })
  }
  for (const { taskId, ...task } of [...known, ...all]) state.tasks.set(taskId, task)
  return state
}

/** Its tasks that are in a sprint have to be told apart by their statuses then, all of them. */
const isOfWorkflow = (event: LoggedEvent) =>
  event.type === 'status.edited' && event.data.set.category !== undefined

function named(events: LoggedEvent[]): Id[] {
  const ids = new Set<Id>()
  const born = new Set<Id>()
  for (const { type, taskId } of events) {
    if (!taskId) continue
    if (type === 'task.created') born.add(taskId)
    else if (!born.has(taskId)) ids.add(taskId)
  }
  return [...ids]
}

function comingIn(events: LoggedEvent[]): Id[] {
  const ids = events.flatMap(({ type, taskId, data }) =>
    type === 'task.planned' && 'to' in data && data.to && taskId ? [taskId] : [],
  )
  return [...new Set(ids)]
}

const LATEST = `task_id as "taskId", sprint_id as "sprintId", points, done,
  kind = 'archived' as archived, kind`

/**
 * Written so that no index by project serves it: while a table is small or new, the planner takes
 * one for as good as that by task, and keeps to it.
 *
 * A task that went from sprint to sprint has two changes at one position: where it is counts.
 */
async function membersAmong(sql: ISql, projectId: Id, ids: Id[]): Promise<Stored[]> {
  if (ids.length === 0) return []
  return sql<Stored[]>`
    select c.*, null as "statusId" from unnest(${ids}::uuid[]) as w(id) cross join lateral (
      select ${sql.unsafe(LATEST)} from report_change
      where task_id = w.id and (project_id = ${projectId}) is true
      order by seq desc, kind = 'out' limit 1) c
    where c.kind <> 'out'`
}

async function everyMember(sql: ISql, projectId: Id, before: number): Promise<Stored[]> {
  return sql<Stored[]>`
    select c.*, ${statusOf(sql, projectId, 'c."taskId"', before)} as "statusId" from (
      select distinct on (task_id) ${sql.unsafe(LATEST)} from report_change
      where project_id = ${projectId} order by task_id, seq desc, kind = 'out') c
    where c.kind <> 'out'`
}

/** How tasks stood at a position of the log; nothing of those that came later. */
async function lookedBack(sql: ISql, projectId: Id, ids: Id[], before: number) {
  if (ids.length === 0) return []
  return sql<{ taskId: Id; statusId: StatusId | null; points: number | null }[]>`
    select w.id as "taskId", ${statusOf(sql, projectId, 'w.id', before)} as "statusId", (
      select case e.type when 'task.created' then e.data->'estimate'
        else e.data#>'{set,estimate,to}' end
      from event e where e.task_id = w.id and (e.project_id = ${projectId}) is true and e.seq <= ${before}
        and (e.type = 'task.created'
          or e.type = 'task.edited' and e.data->'set' ? 'estimate')
      order by e.version desc limit 1)::float8 as points
    from unnest(${ids}::uuid[]) as w(id)`
}

function statusOf(sql: ISql, projectId: Id, task: string, before: number) {
  return sql`(
    select coalesce(e.data->>'statusId', e.data->>'to')
    from event e where e.task_id = ${sql.unsafe(task)}
      and (e.project_id = ${projectId}) is true and e.seq <= ${before} and e.type in ('task.created', 'task.moved', 'task.restored')
    order by e.version desc limit 1)`
}
