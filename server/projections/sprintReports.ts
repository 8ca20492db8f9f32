import { eq, sql } from 'drizzle-orm'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import {
  sprintReportChange,
  sprintReportLifecycle,
  sprintReportProject,
} from '@/db/schema/sprintReports'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import { lifecycleEventsOf, trackEvent } from '@/domain/sprint/sprintLog'
import { SPRINT_LOG_EVENT_TYPES } from '@/domain/sprint/sprintLogEventTypes'
import { loadTrackedTasks } from './sprintReports/loadTrackedTasks'
import { saveReportChanges } from './sprintReports/saveReportChanges'
import type { EventBatch, Subscriber } from './subscriber'

const DELETIONS = [sprintReportChange, sprintReportLifecycle, sprintReportProject].map((table) =>
  compileStatement(
    statementBuilder.delete(table).where(eq(table.projectId, sql.placeholder('projectId'))),
  ),
)

/**
 * Keeps the data of the sprint reports: when each sprint was started, completed and reopened, and
 * what happened to its tasks.
 */
export const sprintReports: Subscriber = {
  name: 'sprint-reports',
  title: 'Sprint reports',
  // Version 2 added the sprints of imported projects.
  schemaVersion: 2,
  startFrom: 'beginning',
  batchSize: 1_000,
  eventTypes: SPRINT_LOG_EVENT_TYPES,
  batchDelayMs: 250,
  async handle(batch: EventBatch): Promise<undefined> {
    const { tx, projectId, events } = batch
    const state = await loadTrackedTasks(batch)
    const before = sortedJson(state.doneStatuses)
    const changes = events.flatMap((event) => trackEvent(state, event))
    const lifecycleEvents = events.flatMap(lifecycleEventsOf)
    const isNew = events[0]?.type === 'project.created'
    const done =
      isNew || sortedJson(state.doneStatuses) !== before ? [...state.doneStatuses].sort() : null
    await saveReportChanges(tx, projectId, { changes, lifecycleEvents, doneStatusIds: done })
  },
  async reset(tx: PipelinedTransaction, projectId: Id): Promise<void> {
    await Promise.all(DELETIONS.map((deletion) => tx.send(deletion, { projectId })))
  },
}

const sortedJson = (ids: Set<string>) => JSON.stringify([...ids].sort())
