import { type Column, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { unnest, unnestValues } from '@/db/inputRows'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import { fieldList } from '@/db/readRows'
import { event } from '@/db/schema/eventLog'
import { sprintReportChange, sprintReportProject } from '@/db/schema/sprintReports'
import { statementBuilder } from '@/db/statementBuilder'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { initialTracking, type TrackedTask, type TrackingState } from '@/domain/sprint/sprintLog'
import { COLUMN_EVENT_TYPES } from '@/domain/task/positionEvents'
import type { EventBatch } from '../subscriber'

type StoredTrackedTask = TrackedTask & { taskId: Id }

const PROJECT_ID = sql.placeholder('projectId')
const BEFORE = sql.placeholder('before')

/** The types of the events that give a task a status, as a list of constants for the planner. */
const STATUS_EVENT_TYPES = sql.raw([...COLUMN_EVENT_TYPES].map((type) => `'${type}'`).join(', '))

const DONE_STATUSES_FIELDS = { ids: sprintReportProject.doneStatusIds }
const DONE_STATUSES = compileStatement(
  statementBuilder
    .select(DONE_STATUSES_FIELDS)
    .from(sprintReportProject)
    .where(eq(sprintReportProject.projectId, PROJECT_ID)),
)

const TASK_INPUT = { taskId: sprintReportChange.taskId }
const input = sql.identifier('input')
const inputTaskId = sql`${input}.${sql.identifier('taskId')}`

/** The latest change of a task. */
const latest = alias(sprintReportChange, 'latest')
/**
 * A task that moved between sprints has two changes at one position. The one that enters counts.
 */
const newestFirst = sql`${sprintReportChange.seq} desc, ${sprintReportChange.kind} = 'out'`
const isInSprint = sql`${latest.kind} <> 'out'`
const TRACKED_TASK_FIELDS = {
  taskId: latest.taskId,
  sprintId: latest.sprintId,
  points: latest.points,
  done: latest.done,
  archived: sql<boolean>`${latest.kind} = 'archived'`,
}

/**
 * Prevents the use of an index by project: for a small or new table the planner considers one as
 * good as the index by task, and then keeps that plan.
 */
const SPRINT_TASKS_FIELDS = { ...TRACKED_TASK_FIELDS, statusId: sql<StatusId | null>`null` }
const SPRINT_TASKS = compileStatement(sql`
  select ${fieldList(SPRINT_TASKS_FIELDS)} from ${unnest('tasks', TASK_INPUT, input)}
  cross join lateral (
    select * from ${sprintReportChange} where ${sprintReportChange.taskId} = ${inputTaskId}
      and (${sprintReportChange.projectId} = ${PROJECT_ID}) is true
    order by ${newestFirst} limit 1) ${latest}
  where ${isInSprint}`)

const ALL_SPRINT_TASKS_FIELDS = { ...TRACKED_TASK_FIELDS, statusId: statusBefore(latest.taskId) }
const ALL_SPRINT_TASKS = compileStatement(sql`
  select ${fieldList(ALL_SPRINT_TASKS_FIELDS)} from (
    select distinct on (${sprintReportChange.taskId}) * from ${sprintReportChange}
    where ${sprintReportChange.projectId} = ${PROJECT_ID}
    order by ${sprintReportChange.taskId}, ${newestFirst}) ${latest}
  where ${isInSprint}`)

/** The tasks as they were at a position of the log. */
const EARLIER_TASKS_FIELDS = {
  taskId: sql<Id>`${inputTaskId}`,
  statusId: statusBefore(inputTaskId),
  points: sql<number | null>`(
    select case ${event.type} when 'task.created' then ${event.data}->'estimate'
      else ${event.data}#>'{set,estimate,to}' end
    from ${event} where ${isEarlierEventOf(inputTaskId)} and (${event.type} = 'task.created'
      or ${event.type} = 'task.edited' and ${event.data}->'set' ? 'estimate')
    order by ${event.version} desc limit 1)::float8`,
}
const EARLIER_TASKS = compileStatement(sql`
  select ${fieldList(EARLIER_TASKS_FIELDS)} from ${unnest('tasks', TASK_INPUT, input)}`)

function statusBefore(taskId: Column | SQL) {
  return sql<StatusId | null>`(
    select coalesce(${event.data}->>'statusId', ${event.data}->>'to')
    from ${event} where ${isEarlierEventOf(taskId)}
      and ${event.type} in (${STATUS_EVENT_TYPES})
    order by ${event.version} desc limit 1)`
}

function isEarlierEventOf(taskId: Column | SQL): SQL {
  return sql`${event.taskId} = ${taskId} and ${event.projectId} = ${PROJECT_ID}
    and ${event.seq} <= ${BEFORE}`
}

/**
 * Returns the state before a batch: its tasks that are in a sprint, from their latest changes, and
 * the tasks that enter one, from the log. Sends all queries at once.
 */
export async function loadTrackedTasks({
  tx,
  projectId,
  events,
}: EventBatch): Promise<TrackingState> {
  const before = (events[0]?.seq ?? 1) - 1
  const [doneRows, namedTasks, enteringTasks, allTasks] = await Promise.all([
    tx.select(DONE_STATUSES_FIELDS, DONE_STATUSES, { projectId }),
    loadSprintTasks(tx, projectId, existingTaskIds(events)),
    loadTasksAt(tx, projectId, taskIdsEnteringSprint(events), before),
    events.some(changesStatusCategory)
      ? tx.select(ALL_SPRINT_TASKS_FIELDS, ALL_SPRINT_TASKS, { projectId, before })
      : [],
  ])
  const state = initialTracking()
  for (const id of doneRows[0]?.ids ?? []) state.doneStatuses.add(id)
  for (const { taskId, statusId, points } of enteringTasks) {
    const isDone = statusId !== null && state.doneStatuses.has(statusId)
    state.tasks.set(taskId, { sprintId: null, statusId, points, done: isDone, archived: false })
  }
  for (const { taskId, ...task } of [...namedTasks, ...allTasks]) state.tasks.set(taskId, task)
  return state
}

/** Such an event needs the statuses of all tasks in sprints. */
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

async function loadSprintTasks(
  tx: PipelinedTransaction,
  projectId: Id,
  taskIds: Id[],
): Promise<StoredTrackedTask[]> {
  if (taskIds.length === 0) return []
  return tx.select(SPRINT_TASKS_FIELDS, SPRINT_TASKS, { projectId, ...taskValues(taskIds) })
}

async function loadTasksAt(tx: PipelinedTransaction, projectId: Id, taskIds: Id[], before: number) {
  if (taskIds.length === 0) return []
  const values = { projectId, before, ...taskValues(taskIds) }
  return tx.select(EARLIER_TASKS_FIELDS, EARLIER_TASKS, values)
}

const taskValues = (taskIds: Id[]) =>
  unnestValues(
    'tasks',
    TASK_INPUT,
    taskIds.map((taskId) => ({ taskId })),
  )
