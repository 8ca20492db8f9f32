import type { ISql } from 'postgres'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { initialTracking, type TrackedTask, type TrackingState } from '@/domain/sprint/sprintLog'
import type { EventBatch } from '../subscriber'

type StoredTrackedTask = Pick<
  TrackedTask,
  'sprintId' | 'points' | 'done' | 'archived' | 'statusId'
> & {
  taskId: Id
}

/**
 * What has to be known to follow a batch: the tasks of it that are in a sprint, from their latest
 * changes, and those that come into one, from the log. All that is asked goes out at once.
 */
export async function loadTrackedTasks({
  sql,
  projectId,
  events,
}: EventBatch): Promise<TrackingState> {
  const before = (events[0]?.seq ?? 1) - 1
  const [doneRows, namedTasks, enteringTasks, allTasks] = await Promise.all([
    sql<{ done_status_ids: StatusId[] }[]>`
      select done_status_ids from sprint_report_project where project_id = ${projectId}`,
    loadSprintTasks(sql, projectId, existingTaskIds(events)),
    loadTaskStatesAt(sql, projectId, taskIdsEnteringSprint(events), before),
    events.some(changesStatusCategory) ? loadAllSprintTasks(sql, projectId, before) : [],
  ])
  const state = initialTracking()
  for (const id of doneRows[0]?.done_status_ids ?? []) state.doneStatuses.add(id)
  for (const { taskId, statusId, points } of enteringTasks) {
    const isDone = statusId !== null && state.doneStatuses.has(statusId)
    state.tasks.set(taskId, { sprintId: null, statusId, points, done: isDone, archived: false })
  }
  for (const { taskId, ...task } of [...namedTasks, ...allTasks]) state.tasks.set(taskId, task)
  return state
}

/** Its tasks that are in a sprint have to be told apart by their statuses then, all of them. */
const changesStatusCategory = (event: StoredEvent) =>
  event.type === 'status.edited' && event.data.set.category !== undefined

function existingTaskIds(events: StoredEvent[]): Id[] {
  const ids = new Set<Id>()
  const createdIds = new Set<Id>()
  for (const { type, taskId } of events) {
    if (!taskId) continue
    if (type === 'task.created') createdIds.add(taskId)
    else if (!createdIds.has(taskId)) ids.add(taskId)
  }
  return [...ids]
}

function taskIdsEnteringSprint(events: StoredEvent[]): Id[] {
  const ids = events.flatMap(({ type, taskId, data }) =>
    type === 'task.planned' && 'to' in data && data.to && taskId ? [taskId] : [],
  )
  return [...new Set(ids)]
}

const LATEST_CHANGE_COLUMNS = `task_id as "taskId", sprint_id as "sprintId", points, done,
  kind = 'archived' as archived, kind`

/**
 * Written so that no index by project serves it: while a table is small or new, the planner takes
 * one for as good as that by task, and keeps to it.
 *
 * A task that went from sprint to sprint has two changes at one position: where it is counts.
 */
async function loadSprintTasks(sql: ISql, projectId: Id, ids: Id[]): Promise<StoredTrackedTask[]> {
  if (ids.length === 0) return []
  return sql<StoredTrackedTask[]>`
    select c.*, null as "statusId" from unnest(${ids}::uuid[]) as input(id) cross join lateral (
      select ${sql.unsafe(LATEST_CHANGE_COLUMNS)} from sprint_report_change
      where task_id = input.id and (project_id = ${projectId}) is true
      order by seq desc, kind = 'out' limit 1) c
    where c.kind <> 'out'`
}

async function loadAllSprintTasks(
  sql: ISql,
  projectId: Id,
  before: number,
): Promise<StoredTrackedTask[]> {
  return sql<StoredTrackedTask[]>`
    select c.*, ${statusAtSql(sql, projectId, 'c."taskId"', before)} as "statusId" from (
      select distinct on (task_id) ${sql.unsafe(LATEST_CHANGE_COLUMNS)} from sprint_report_change
      where project_id = ${projectId} order by task_id, seq desc, kind = 'out') c
    where c.kind <> 'out'`
}

/** How tasks stood at a position of the log; nothing of those that came later. */
async function loadTaskStatesAt(sql: ISql, projectId: Id, ids: Id[], before: number) {
  if (ids.length === 0) return []
  return sql<{ taskId: Id; statusId: StatusId | null; points: number | null }[]>`
    select input.id as "taskId", ${statusAtSql(sql, projectId, 'input.id', before)} as "statusId", (
      select case e.type when 'task.created' then e.data->'estimate'
        else e.data#>'{set,estimate,to}' end
      from event e where e.task_id = input.id and e.project_id = ${projectId} and e.seq <= ${before}
        and (e.type = 'task.created'
          or e.type = 'task.edited' and e.data->'set' ? 'estimate')
      order by e.version desc limit 1)::float8 as points
    from unnest(${ids}::uuid[]) as input(id)`
}

function statusAtSql(sql: ISql, projectId: Id, task: string, before: number) {
  return sql`(
    select coalesce(e.data->>'statusId', e.data->>'to')
    from event e where e.task_id = ${sql.unsafe(task)}
      and e.project_id = ${projectId} and e.seq <= ${before} and e.type in ('task.created', 'task.moved', 'task.restored')
    order by e.version desc limit 1)`
}
