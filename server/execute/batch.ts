import type { Sql } from 'postgres'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import { decide } from '@/domain/decide'
import { type Decision, refuse } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import type { Id, Moment } from '@/domain/words'
import type { WorkspaceScope } from '../access/scope'
import { type Row, toConflict } from '../log/rows'
import { load } from './load'
import { needsOf } from './needs'
import { repeated } from './repeat'
import { Working } from './working'
import { write } from './write'

/** A command that waits for its turn. */
export interface Waiting {
  scope: WorkspaceScope
  envelope: Envelope
  /** When it happens, where that is not now. */
  at?: Moment
}

/** A command with what it came to. */
export interface Ended {
  envelope: Envelope
  actor: Id
  decision: Decision
  events: LoggedEvent[]
  missed: LoggedEvent[]
  at: Moment
}

/** The answers of one batch in the order of its commands, and the seq that it reached. */
export interface Done {
  answers: Answer[]
  seq: number
  wrote: boolean
}

/**
 * Runs commands of one project in one transaction: lock, load the rows of all, decide each in
 * order on what the earlier ones leave, write all, commit. Two round trips when nothing repeats.
 * @throws the driver's error; nothing is written then
 */
export async function runBatch(projectId: Id, batch: Waiting[]): Promise<Done> {
  const sql = await database().sql.reserve()
  try {
    return await inTransaction(sql, projectId, batch)
  } catch (error) {
    await sql`rollback`.catch(() => {})
    throw error
  } finally {
    sql.release()
  }
}

async function inTransaction(sql: Sql, projectId: Id, batch: Waiting[]): Promise<Done> {
  const scope = batch[0]?.scope
  if (!scope) return { answers: [], seq: 0, wrote: false }
  const envelopes = batch.map((each) => each.envelope)
  const locked = Promise.all([
    sql`begin`,
    sql`select pg_advisory_xact_lock(hashtextextended(${projectId}, 0)), ${byIndex(sql)}`,
  ])
  locked.catch(() => {}) // awaited below, with what is loaded
  const needs = needsOf(envelopes, await disputed(sql, projectId, envelopes))
  const ids = { workspaceId: scope.workspaceId, projectId }
  const actors = batch.map((each) => each.scope.person.id)
  const [loaded] = await Promise.all([load(sql, ids, actors, needs), locked])
  const working = new Working(loaded, needs)
  const before = {
    seq: working.seq,
    versions: new Map([...working.tasks].map(([id, task]) => [id, task.version])),
  }
  // The log of a project elsewhere tells nothing here.
  const known = working.project ? loaded.commands : []
  const first = new Map<Id, Row | Ended>(known.map((row) => [String(row.command_id), row]))
  const results = batch.map((each) => once(first, each, working))
  const ended = [...first.values()].filter((each): each is Ended => 'envelope' in each)
  const isLogged = working.project !== undefined && ended.length > 0
  const answers = await Promise.all(results.map((each) => repeated(sql, projectId, each)))
  await Promise.all([
    ...(isLogged ? write(sql, projectId, working, before, ended) : []),
    sql`commit`,
  ])
  return { answers, seq: working.seq, wrote: working.events.length > 0 }
}

/**
 * All that a batch touches it names by id, so an index is right however large a table is. But a
 * plan is kept as long as its connection, and one made while a table was small reads all of it for
 * ever: here every row read counts as dear, so that no plan does.
 */
const byIndex = (sql: Sql) => sql`
  set_config('cpu_tuple_cost', '100', true), set_config('cpu_index_tuple_cost', '100', true),
  set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`

/** A command is decided once; its repeat, even in the same batch, gets what the first one got. */
function once(first: Map<Id, Row | Ended>, waiting: Waiting, working: Working): Row | Ended {
  const { commandId } = waiting.envelope
  const actor = waiting.scope.person.id
  const known = first.get(commandId)
  if (known && known.actor === actor) return known
  const ended = known ? taken(waiting) : end(waiting, working)
  if (!known) first.set(commandId, ended)
  return ended
}

function end(waiting: Waiting, working: Working): Ended {
  const { scope, envelope, at = new Date().toISOString() } = waiting
  const actor = scope.person.id
  const facts = working.facts(envelope, actor, scope.workspaceId, at)
  const missing = refuse('not-found', 'There is no such project.')
  const known = working.project || envelope.command.type === 'project.create'
  const decision =
    facts && known ? decide(envelope.command, working.state(envelope), facts) : missing
  const events = facts ? working.take(decision, envelope, facts) : []
  return { envelope, actor, decision, events, missed: facts?.missed ?? [], at }
}

function taken({ scope, envelope }: Waiting): Ended {
  const decision = refuse('id-taken', 'Another command has this id.', 'commandId')
  const at = new Date().toISOString()
  return { envelope, actor: scope.person.id, decision, events: [], missed: [], at }
}

/** The conflicts that some commands decide about; they say which rows those commands need. */
async function disputed(sql: Sql, projectId: Id, envelopes: Envelope[]) {
  const ids = envelopes.flatMap(({ command }) =>
    command.type === 'conflict.resolve' ? [command.conflictId] : [],
  )
  if (ids.length === 0) return new Map()
  const rows =
    await sql`select body from conflict where project_id = ${projectId} and id = any(${ids})`
  return new Map(rows.map(toConflict).map((conflict) => [conflict.id, conflict]))
}
