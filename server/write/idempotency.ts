import { type SQL, sql } from 'drizzle-orm'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import { fieldList } from '@/db/readRows'
import { eventColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { conflict } from '@/db/schema/project'
import { toStoredEvent } from '@/db/storedEvent'
import type { CommandResult } from '@/domain/commandResult'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { DecidedCommand, StoredCommand } from './projectBatch'

/**
 * Returns the result of a command: the new one, or the stored one for a command that was decided
 * before.
 */
export function commandResultOf(
  tx: PipelinedTransaction,
  projectId: Id,
  each: StoredCommand | DecidedCommand,
): CommandResult | Promise<CommandResult> {
  return isNewlyDecided(each) ? newResult(each) : storedResult(tx, projectId, each)
}

const isNewlyDecided = (each: StoredCommand | DecidedCommand): each is DecidedCommand =>
  'envelope' in each

function newResult({
  envelope,
  decision,
  events,
  concurrentEvents,
}: DecidedCommand): CommandResult {
  const { outcome, rejection, conflict, taskResults } = decision
  const includesConcurrentEvents = outcome === 'merged' || outcome === 'conflict'
  return {
    commandId: envelope.commandId,
    outcome,
    events,
    ...(rejection && { rejection }),
    ...(conflict && { conflict }),
    ...(taskResults && { taskResults }),
    ...(includesConcurrentEvents && { concurrentEvents }),
  }
}

async function storedResult(
  tx: PipelinedTransaction,
  projectId: Id,
  { commandId, outcome, firstSeq, lastSeq, rejection, taskResults }: StoredCommand,
): Promise<CommandResult> {
  const events = firstSeq === null ? [] : await loadEvents(tx, projectId, firstSeq, lastSeq)
  return {
    commandId,
    outcome,
    events,
    ...(rejection && { rejection }),
    ...(taskResults && { taskResults }),
    ...(outcome === 'conflict' && (await loadConflictResult(tx, projectId, commandId))),
    ...(outcome === 'merged' && { concurrentEvents: [] }),
  }
}

const eventsWhere = (condition: SQL) =>
  compileStatement(sql`select ${fieldList(eventColumns)} from ${event}
    where ${event.projectId} = ${sql.placeholder('projectId')} and ${condition} order by ${event.seq}`)

const EVENTS_BETWEEN = eventsWhere(
  sql`${event.seq} between ${sql.placeholder('first')} and ${sql.placeholder('last')}`,
)
const EVENTS_BY_SEQ = eventsWhere(sql`${event.seq} = any(${sql.placeholder('seqs')}::bigint[])`)

async function loadEvents(
  tx: PipelinedTransaction,
  projectId: Id,
  first: number,
  last: number | null,
): Promise<StoredEvent[]> {
  const rows = await tx.select(eventColumns, EVENTS_BETWEEN, { projectId, first, last })
  return rows.map(toStoredEvent)
}

const CONFLICT_FIELDS = { body: conflict.body }
const CONFLICT_BY_ID = compileStatement(sql`select ${conflict.body} from ${conflict}
  where ${conflict.projectId} = ${sql.placeholder('projectId')} and ${conflict.id} = ${sql.placeholder('id')}`)

/** Loads the conflict that the author of a repeated command was first answered with. */
async function loadConflictResult(
  tx: PipelinedTransaction,
  projectId: Id,
  id: Id,
): Promise<Partial<CommandResult>> {
  const [found] = await tx.select(CONFLICT_FIELDS, CONFLICT_BY_ID, { projectId, id })
  if (!found) return {}
  const seqs = found.body.concurrentSeqs
  const rows = await tx.select(eventColumns, EVENTS_BY_SEQ, { projectId, seqs })
  return { conflict: found.body, concurrentEvents: rows.map(toStoredEvent) }
}
