import { sql } from 'drizzle-orm'
import { assignments, columnNames, excluded, recordset, recordsetJson } from '@/db/inputRows'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import {
  sprintReportChange,
  sprintReportLifecycle,
  sprintReportProject,
} from '@/db/schema/sprintReports'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { LifecycleEvent, SprintTaskChange } from '@/domain/sprint/sprintLog'

/** The rows that a batch adds. `doneStatusIds` is null when no status changed its category. */
interface ReportChanges {
  changes: SprintTaskChange[]
  lifecycleEvents: LifecycleEvent[]
  doneStatusIds: StatusId[] | null
}

type LifecycleRow = typeof sprintReportLifecycle.$inferSelect

const INSERT_CHANGES = compileStatement(
  sql`insert into ${sprintReportChange} select * from ${recordset('changes', sprintReportChange)}`,
)

const APPEND_LIFECYCLE_EVENTS = compileStatement(sql`
  insert into ${sprintReportLifecycle}
  select * from ${recordset('lifecycles', sprintReportLifecycle)}
  on conflict (${columnNames({
    projectId: sprintReportLifecycle.projectId,
    sprintId: sprintReportLifecycle.sprintId,
  })}) do update set ${assignments(
    { lifecycleEvents: sprintReportLifecycle.lifecycleEvents },
    (_, column) => sql`${column} || ${excluded(column)}`,
  )}`)

const SAVE_DONE_STATUSES = compileStatement(
  statementBuilder
    .insert(sprintReportProject)
    .values({
      projectId: sql.placeholder('projectId'),
      doneStatusIds: sql.placeholder('doneStatusIds'),
    })
    .onConflictDoUpdate({
      target: sprintReportProject.projectId,
      set: { doneStatusIds: excluded(sprintReportProject.doneStatusIds) },
    }),
)

/** Writes the rows of a batch: one statement per table, all sent at once. */
export async function saveReportChanges(
  tx: PipelinedTransaction,
  projectId: Id,
  { changes, lifecycleEvents, doneStatusIds }: ReportChanges,
): Promise<void> {
  const rows = changes.map((change) => ({ ...change, projectId }))
  const lifecycles = lifecyclesOf(projectId, lifecycleEvents)
  await Promise.all([
    rows.length > 0 &&
      tx.send(INSERT_CHANGES, { changes: recordsetJson(sprintReportChange, rows) }),
    lifecycles.length > 0 &&
      tx.send(APPEND_LIFECYCLE_EVENTS, {
        lifecycles: recordsetJson(sprintReportLifecycle, lifecycles),
      }),
    doneStatusIds && tx.send(SAVE_DONE_STATUSES, { projectId, doneStatusIds }),
  ])
}

/** Returns a row for each sprint that was started, completed or reopened. */
function lifecyclesOf(projectId: Id, lifecycleEvents: LifecycleEvent[]): LifecycleRow[] {
  return [...new Set(lifecycleEvents.map((each) => each.sprintId))].map((sprintId) => ({
    projectId,
    sprintId,
    lifecycleEvents: lifecycleEvents.filter((each) => each.sprintId === sprintId),
  }))
}
