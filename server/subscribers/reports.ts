import type { ISql } from 'postgres'
import { follow, JOURNAL_TYPES, marksOf } from '@/domain/sprint/journal'
import type { Id } from '@/domain/words'
import { followed } from './reports/load'
import { keep } from './reports/store'
import type { Batch, Subscriber } from './subscriber'

/**
 * Keeps what the reports of sprints are made of: when each sprint was started, completed and
 * reopened, and what happened to the tasks in it.
 */
export const reports: Subscriber = {
  name: 'reports',
  // Since the second, sprints that ran in another tracker have reports as well.
  version: 2,
  from: 'start',
  most: 1_000,
  types: JOURNAL_TYPES,
  gathersMs: 250,
  async handle(batch: Batch): Promise<undefined> {
    const { sql, projectId, events } = batch
    const state = await followed(batch)
    const before = listed(state.done)
    const changes = events.flatMap((event) => follow(state, event))
    const marks = events.flatMap(marksOf)
    const isNew = events[0]?.type === 'project.created'
    const done = isNew || listed(state.done) !== before ? [...state.done].sort() : null
    await keep(sql, projectId, { changes, marks, done })
  },
  async forget(sql: ISql, projectId: Id): Promise<void> {
    await Promise.all([
      sql`delete from report_change where project_id = ${projectId}`,
      sql`delete from report_sprint where project_id = ${projectId}`,
      sql`delete from report_project where project_id = ${projectId}`,
    ])
  },
}

const listed = (ids: Set<string>) => JSON.stringify([...ids].sort())
