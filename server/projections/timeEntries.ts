import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { assignments, columnNames, excluded, unnest, unnestValues } from '@/db/inputRows'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import { timeEntry } from '@/db/schema/time'
import { statementBuilder } from '@/db/statementBuilder'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { EventBatch, Subscriber } from './subscriber'

type TimeEntryRow = typeof timeEntry.$inferSelect
type TimeEntryChange = Pick<TimeEntryRow, 'worklogId'> &
  Partial<Pick<TimeEntryRow, 'startedAt' | 'seconds'>>

const { worklogId, startedAt, seconds } = timeEntry
const TIMES = { startedAt, seconds }
const CHANGE = { worklogId, ...TIMES }
const PROJECT_ID = sql.placeholder('projectId')
const given = (key: keyof TimeEntryRow) => sql`given.${sql.identifier(key)}`
const isInProject = eq(timeEntry.projectId, PROJECT_ID)

const ADD = compileStatement(sql`
  insert into ${timeEntry} (${columnNames(getTableColumns(timeEntry))})
  select * from ${unnest('added', getTableColumns(timeEntry), sql.identifier('given'))}
  on conflict (${columnNames({ projectId: timeEntry.projectId, worklogId })})
  do update set ${assignments(TIMES, (_, column) => excluded(column))}`)
const CHANGE_TIMES = compileStatement(sql`
  update ${timeEntry} set ${sql.identifier(startedAt.name)} = coalesce(${given('startedAt')}, ${startedAt}),
    ${sql.identifier(seconds.name)} = coalesce(${given('seconds')}, ${seconds})
  from ${unnest('changed', CHANGE, sql.identifier('given'))}
  where ${isInProject} and ${worklogId} = ${given('worklogId')}`)
const DELETE_WORKLOGS = compileStatement(
  statementBuilder
    .delete(timeEntry)
    .where(and(isInProject, sql`${worklogId} = any(${sql.placeholder('worklogIds')})`)),
)
const DELETE_TASKS = compileStatement(
  statementBuilder
    .delete(timeEntry)
    .where(and(isInProject, sql`${timeEntry.taskId} = any(${sql.placeholder('taskIds')})`)),
)
const DELETE_ALL = compileStatement(statementBuilder.delete(timeEntry).where(isInProject))

/** Keeps the table that timesheets read: every current worklog of all projects. */
export const timeEntries: Subscriber = {
  name: 'time-entries',
  title: 'Timesheets',
  startFrom: 'beginning',
  batchSize: 1_000,
  eventTypes: ['worklog.added', 'worklog.edited', 'worklog.deleted', 'task.archived'],
  batchDelayMs: 250,
  async handle({ projectId, events, tx }: EventBatch): Promise<undefined> {
    const { added, changed, deletedWorklogIds, movedTaskIds } = timeEntryChanges(projectId, events)
    await Promise.all([
      added.length > 0 && tx.send(ADD, unnestValues('added', getTableColumns(timeEntry), added)),
      changed.length > 0 &&
        tx.send(CHANGE_TIMES, { projectId, ...unnestValues('changed', CHANGE, changed) }),
      deletedWorklogIds.length > 0 &&
        tx.send(DELETE_WORKLOGS, { projectId, worklogIds: deletedWorklogIds }),
      movedTaskIds.length > 0 && tx.send(DELETE_TASKS, { projectId, taskIds: movedTaskIds }),
    ])
  },
  async reset(tx: PipelinedTransaction, projectId: Id): Promise<void> {
    await tx.send(DELETE_ALL, { projectId })
  },
}

/** Returns the net changes of consecutive events, each worklog once. */
function timeEntryChanges(projectId: Id, events: readonly StoredEvent[]) {
  const added = new Map<Id, TimeEntryRow>()
  const changed = new Map<Id, TimeEntryChange>()
  const deletedWorklogIds = new Set<Id>()
  // These tasks moved to another project, which has their worklogs now.
  const movedTaskIds = new Set<Id>()
  for (const event of events) {
    if (event.type === 'worklog.added') {
      const { taskId, actor: personId } = event
      const { worklogId, seconds, startedAt } = event.data
      // The worklog was deleted and then added again.
      deletedWorklogIds.delete(worklogId)
      added.set(worklogId, { projectId, worklogId, taskId, personId, startedAt, seconds })
    } else if (event.type === 'worklog.edited') {
      const { worklogId, set } = event.data
      const change = {
        ...(set.seconds && { seconds: set.seconds.to }),
        ...(set.startedAt && { startedAt: set.startedAt.to }),
      }
      const entry = added.get(worklogId)
      if (entry) added.set(worklogId, { ...entry, ...change })
      else changed.set(worklogId, { ...changed.get(worklogId), worklogId, ...change })
    } else if (event.type === 'worklog.deleted') {
      const { worklogId } = event.data
      added.delete(worklogId)
      changed.delete(worklogId)
      deletedWorklogIds.add(worklogId)
    } else if (event.type === 'task.archived' && event.data.movedTo && event.taskId) {
      movedTaskIds.add(event.taskId)
    }
  }
  return {
    added: [...added.values()],
    changed: [...changed.values()],
    deletedWorklogIds: [...deletedWorklogIds],
    movedTaskIds: [...movedTaskIds],
  }
}
