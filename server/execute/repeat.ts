import type { Sql } from 'postgres'
import type { Answer } from '@/domain/answer'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, json, type Row, toConflict, toEvent } from '../log/rows'
import type { Ended } from './part'

/** The answer to a command just decided, or the first answer to one that was decided before. */
export function repeated(sql: Sql, projectId: Id, each: Row | Ended): Answer | Promise<Answer> {
  return isEnded(each) ? fresh(each) : stored(sql, projectId, each)
}

const isEnded = (each: Row | Ended): each is Ended => 'envelope' in each

function fresh({ envelope, decision, events, missed }: Ended): Answer {
  const { outcome, refusal, conflict, results } = decision
  const tells = outcome === 'merged' || outcome === 'conflict'
  return {
    commandId: envelope.commandId,
    outcome,
    events,
    ...(refusal && { refusal }),
    ...(conflict && { conflict }),
    ...(results && { results }),
    ...(tells && { missed }),
  }
}

async function stored(sql: Sql, projectId: Id, row: Row): Promise<Answer> {
  const columns = sql.unsafe(EVENT_COLUMNS.join(', '))
  const range = (from: unknown, to: unknown) =>
    sql`select ${columns} from event where project_id = ${projectId}
        and seq between ${String(from)} and ${String(to)} order by seq`
  const events =
    row.first_seq === null ? [] : (await range(row.first_seq, row.last_seq)).map(toEvent)
  const answer = { commandId: String(row.command_id), outcome: row.outcome, events } as Answer
  if (row.refusal) answer.refusal = row.refusal as Answer['refusal']
  if (row.results) answer.results = json(row.results) as Answer['results']
  if (row.outcome === 'conflict') Object.assign(answer, await dispute(sql, projectId, row))
  if (row.outcome === 'merged') answer.missed = []
  return answer
}

/** Both sides of a conflict, as its author was told. */
async function dispute(sql: Sql, projectId: Id, row: Row): Promise<Partial<Answer>> {
  const columns = sql.unsafe(EVENT_COLUMNS.join(', '))
  const [found] = await sql`select body from conflict
    where project_id = ${projectId} and id = ${String(row.command_id)}`
  if (!found) return {}
  const conflict = toConflict(found)
  const missed: LoggedEvent[] = (
    await sql`select ${columns} from event
      where project_id = ${projectId} and seq = any(${conflict.missed}::bigint[]) order by seq`
  ).map(toEvent)
  return { conflict, missed }
}
