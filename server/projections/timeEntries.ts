import type { ISql } from 'postgres'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { EventBatch, Subscriber } from './subscriber'

interface TimeEntryRow {
  worklog_id: Id
  task_id: Id | null
  person_id: Id
  started_at: string
  seconds: number
}
type TimeEntryChange = { worklog_id: Id } & Partial<Pick<TimeEntryRow, 'started_at' | 'seconds'>>

/** Keeps the table that timesheets read: every worklog that counts, in all projects. */
export const timeEntries: Subscriber = {
  name: 'time-entries',
  title: 'Timesheets',
  startFrom: 'beginning',
  batchSize: 1_000,
  eventTypes: ['worklog.added', 'worklog.edited', 'worklog.deleted', 'task.archived'],
  batchDelayMs: 250,
  async handle({ projectId, events, sql }: EventBatch): Promise<undefined> {
    const { added, changed, deleted, gone } = timeEntryChanges(events)
    if (added.length > 0) {
      await sql`
          insert into time_entry (project_id, worklog_id, task_id, person_id, started_at, seconds)
          select ${projectId}::uuid, u.worklog_id, u.task_id, u.person_id, u.started_at, u.seconds
          from json_populate_recordset(null::time_entry, ${JSON.stringify(added)}::text::json) u
          on conflict (project_id, worklog_id) do update
          set started_at = excluded.started_at, seconds = excluded.seconds`
    }
    if (changed.length > 0) {
      await sql`
          update time_entry e set started_at = coalesce(u.started_at, e.started_at),
            seconds = coalesce(u.seconds, e.seconds)
          from json_populate_recordset(null::time_entry, ${JSON.stringify(changed)}::text::json) u
          where e.project_id = ${projectId} and e.worklog_id = u.worklog_id`
    }
    if (deleted.length > 0) {
      await sql`
          delete from time_entry
          where project_id = ${projectId} and worklog_id = any(${deleted}::uuid[])`
    }
    if (gone.length > 0) {
      await sql`
          delete from time_entry
          where project_id = ${projectId} and task_id = any(${gone}::uuid[])`
    }
    return undefined
  },
  async reset(sql: ISql, projectId: Id): Promise<void> {
    await sql`delete from time_entry where project_id = ${projectId}`
  },
}

/** What consecutive events come to, each worklog once. */
function timeEntryChanges(events: readonly StoredEvent[]) {
  const added = new Map<Id, TimeEntryRow>()
  const changed = new Map<Id, TimeEntryChange>()
  const deleted = new Set<Id>()
  // Tasks that live in another project now, which has their time.
  const movedTaskIds = new Set<Id>()
  for (const event of events) {
    if (event.type === 'worklog.added') {
      const { worklogId, seconds, startedAt } = event.data
      // Logged once more after it was deleted.
      deleted.delete(worklogId)
      added.set(worklogId, {
        worklog_id: worklogId,
        task_id: event.taskId,
        person_id: event.actor,
        started_at: startedAt,
        seconds,
      })
    } else if (event.type === 'worklog.edited') {
      const { worklogId, set } = event.data
      const change: TimeEntryChange = {
        ...(added.get(worklogId) ?? changed.get(worklogId) ?? { worklog_id: worklogId }),
        ...(set.seconds && { seconds: set.seconds.to }),
        ...(set.startedAt && { started_at: set.startedAt.to }),
      }
      if (added.has(worklogId)) added.set(worklogId, change as TimeEntryRow)
      else changed.set(worklogId, change)
    } else if (event.type === 'worklog.deleted') {
      const { worklogId } = event.data
      added.delete(worklogId)
      changed.delete(worklogId)
      deleted.add(worklogId)
    } else if (event.type === 'task.archived' && event.data.movedTo && event.taskId) {
      movedTaskIds.add(event.taskId)
    }
  }
  const [addedEntries, changedEntries] = [[...added.values()], [...changed.values()]]
  return {
    added: addedEntries,
    changed: changedEntries,
    deleted: [...deleted],
    gone: [...movedTaskIds],
  }
}
