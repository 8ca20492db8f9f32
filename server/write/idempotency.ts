import type { Sql } from 'postgres'
import { EVENT_COLUMNS, parseJson, type Row, toConflict, toEvent } from '@/db/rows'
import type { CommandResult } from '@/domain/commandResult'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { DecidedCommand } from './projectBatch'

/** The answer to a command just decided, or the first answer to one that was decided before. */
export function commandResultOf(
  sql: Sql,
  projectId: Id,
  each: Row | DecidedCommand,
): CommandResult | Promise<CommandResult> {
  return isNewlyDecided(each) ? newResult(each) : storedResult(sql, projectId, each)
}

const isNewlyDecided = (each: Row | DecidedCommand): each is DecidedCommand => 'envelope' in each

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

async function storedResult(sql: Sql, projectId: Id, row: Row): Promise<CommandResult> {
  const columns = sql.unsafe(EVENT_COLUMNS.join(', '))
  const eventsBetween = (from: unknown, to: unknown) =>
    sql`select ${columns} from event where project_id = ${projectId}
        and seq between ${String(from)} and ${String(to)} order by seq`
  const events =
    row.first_seq === null ? [] : (await eventsBetween(row.first_seq, row.last_seq)).map(toEvent)
  const result = {
    commandId: String(row.command_id),
    outcome: row.outcome,
    events,
  } as CommandResult
  if (row.rejection) result.rejection = row.rejection as CommandResult['rejection']
  if (row.task_results)
    result.taskResults = parseJson(row.task_results) as CommandResult['taskResults']
  if (row.outcome === 'conflict')
    Object.assign(result, await loadConflictResult(sql, projectId, row))
  if (row.outcome === 'merged') result.concurrentEvents = []
  return result
}

/** Both sides of a conflict, as its author was told. */
async function loadConflictResult(
  sql: Sql,
  projectId: Id,
  row: Row,
): Promise<Partial<CommandResult>> {
  const columns = sql.unsafe(EVENT_COLUMNS.join(', '))
  const [found] = await sql`select body from conflict
    where project_id = ${projectId} and id = ${String(row.command_id)}`
  if (!found) return {}
  const conflict = toConflict(found)
  const concurrentEvents: StoredEvent[] = (
    await sql`select ${columns} from event
      where project_id = ${projectId} and seq = any(${conflict.concurrentSeqs}::bigint[]) order by seq`
  ).map(toEvent)
  return { conflict, concurrentEvents }
}
