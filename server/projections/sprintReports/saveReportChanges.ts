import type { ISql } from 'postgres'
import { toRow } from '@/db/rows'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { LifecycleEvent, SprintTaskChange } from '@/domain/sprint/sprintLog'

/** What a batch adds to the read model; `doneStatusIds` is null where no status changed its meaning. */
interface ReportChanges {
  changes: SprintTaskChange[]
  lifecycleEvents: LifecycleEvent[]
  doneStatusIds: StatusId[] | null
}

/** Writes what a batch adds, a statement a table, all sent at once. */
export async function saveReportChanges(
  sql: ISql,
  projectId: Id,
  { changes, lifecycleEvents, doneStatusIds }: ReportChanges,
) {
  await Promise.all([
    changes.length > 0 && insertChanges(sql, projectId, changes),
    lifecycleEvents.length > 0 && appendLifecycleEvents(sql, projectId, lifecycleEvents),
    doneStatusIds &&
      sql`
        insert into sprint_report_project (project_id, done_status_ids) values (${projectId}, ${doneStatusIds})
        on conflict (project_id) do update set done_status_ids = excluded.done_status_ids`,
  ])
}

function insertChanges(sql: ISql, projectId: Id, changes: SprintTaskChange[]) {
  const rows = changes.map((change) => toRow(change, { project_id: projectId }))
  return sql`
    insert into sprint_report_change
    select * from json_populate_recordset(null::sprint_report_change, ${JSON.stringify(rows)}::json)`
}

function appendLifecycleEvents(sql: ISql, projectId: Id, lifecycleEvents: LifecycleEvent[]) {
  const rows = [...new Set(lifecycleEvents.map((each) => each.sprintId))].map((sprintId) => ({
    project_id: projectId,
    sprint_id: sprintId,
    lifecycle_events: lifecycleEvents.filter((each) => each.sprintId === sprintId),
  }))
  return sql`
    insert into sprint_report_lifecycle as s
    select * from json_populate_recordset(null::sprint_report_lifecycle, ${JSON.stringify(rows)}::json)
    on conflict (project_id, sprint_id) do update set lifecycle_events = s.lifecycle_events || excluded.lifecycle_events`
}
