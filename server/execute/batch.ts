import type { Sql } from 'postgres'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Conflict } from '@/domain/conflict/conflict'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, toConflict, toEvent } from '../log/rows'
import { carryTimers } from '../people/timer'
import { load } from './load'
import { needsOf } from './needs'
import { decidePair, pairOf } from './pair'
import { type Decided, decidePart, type Part, type Waiting } from './part'
import { repeated } from './repeat'
import { write } from './write'

/** The answers of one batch, and the projects that it wrote with the seq they reached. */
export interface Done {
  answers: Map<Waiting, Answer>
  reached: Map<Id, number>
  /** People whose watch has gone to another project with its task. */
  watches: Id[]
}

/**
 * Runs commands of one or several projects in one transaction: lock, load the rows of all, decide
 * each in order on what the earlier ones leave, write all, commit. Two round trips when nothing
 * repeats, whatever the number of projects.
 * @param batch a project's commands all come from one workspace; one that changes two projects is alone
 * @throws the driver's error; nothing is written then
 */
export async function runBatch(batch: Waiting[]): Promise<Done> {
  const sql = await database().sql.reserve()
  try {
    return await inTransaction(sql, batch)
  } catch (error) {
    await sql`rollback`.catch(() => {})
    throw error
  } finally {
    sql.release()
  }
}

async function inTransaction(sql: Sql, batch: Waiting[]): Promise<Done> {
  const shares = byProject(batch)
  const pair = pairOf(batch)
  if (pair) shares.set(pair.receiver.envelope.projectId, [pair.receiver])
  const locked = Promise.all([sql`begin`.execute(), lock(sql, [...shares.keys()]).execute()])
  locked.catch(() => {}) // awaited below, with what is loaded
  const parts = await partsOf(sql, shares)
  const [loaded] = await Promise.all([load(sql, parts), locked])
  const decided = pair
    ? decidePair(pair, loaded)
    : loaded.map((each) => decidePart(each.part, each.loaded))
  const answers = await answersOf(sql, decided)
  const [, watches] = await Promise.all([
    write(sql, decided),
    pair ? carried(sql, decided) : [],
    sql`commit`,
  ])
  const wrote = decided.filter(({ working }) => working.events.length > 0)
  const reached = new Map(wrote.map((each) => [each.projectId, each.working.seq]))
  return { answers, reached, watches }
}

/** Takes the watches that run on tasks along to where those have gone. */
function carried(sql: Sql, [sent]: Decided[]): Promise<Id[]> | Id[] {
  const moves = (sent?.working.events ?? []).flatMap(({ type, taskId, data }) =>
    type === 'task.archived' && taskId && data.movedTo ? [{ taskId, movedTo: data.movedTo }] : [],
  )
  return sent && moves.length > 0 ? carryTimers(sql, sent.projectId, moves) : []
}

function byProject(batch: Waiting[]): Map<Id, Waiting[]> {
  const shares = new Map<Id, Waiting[]>()
  for (const each of batch) {
    const share = shares.get(each.envelope.projectId)
    if (share) share.push(each)
    else shares.set(each.envelope.projectId, [each])
  }
  return shares
}

/**
 * Locks the projects, in the order of their ids, so that no two processes wait for each other.
 *
 * All that a batch touches it names by id, so an index is right however large a table is. But a
 * plan is kept as long as its connection, and one made while a table was small reads all of it for
 * ever: here every row read counts as dear, and rows are looked up one by one, so that no plan does.
 */
function lock(sql: Sql, projectIds: Id[]) {
  return sql`
    select count(pg_advisory_xact_lock(hashtextextended(id, 0))),
      set_config('cpu_tuple_cost', '100', true), set_config('cpu_index_tuple_cost', '100', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
    from unnest(${projectIds.sort()}::text[]) as id`
}

async function partsOf(sql: Sql, shares: Map<Id, Waiting[]>): Promise<Part[]> {
  const batch = [...shares.values()].flat()
  const [disputes, undos] = await Promise.all([disputed(sql, batch), undone(sql, batch)])
  return [...shares].map(([projectId, commands]) => {
    const envelopes = commands.map((each) => each.envelope)
    const workspaceId = commands[0]?.scope.workspaceId ?? ''
    const conflicts = disputes.get(projectId) ?? new Map()
    const about = { conflicts, undone: undos.get(projectId) ?? new Map() }
    return { projectId, workspaceId, commands, needs: needsOf(envelopes, about), ...about }
  })
}

/** The conflicts that some commands decide about; they say which rows those commands need. */
async function disputed(sql: Sql, batch: Waiting[]): Promise<Map<Id, Map<Id, Conflict>>> {
  const deciding = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'conflict.resolve' ? [{ projectId, id: command.conflictId }] : [],
  )
  const found = new Map<Id, Map<Id, Conflict>>()
  if (deciding.length === 0) return found
  const rows = await sql`
    select c.project_id, c.body
    from unnest(${deciding.map((each) => each.projectId)}::uuid[],
      ${deciding.map((each) => each.id)}::uuid[]) as w(project_id, id)
    join conflict c on c.id = w.id and c.project_id = w.project_id`
  for (const row of rows) {
    const conflict = toConflict(row)
    const ofProject = found.get(row.project_id) ?? new Map()
    found.set(row.project_id, ofProject.set(conflict.id, conflict))
  }
  return found
}

/** The events of the commands that some commands take back. */
async function undone(sql: Sql, batch: Waiting[]): Promise<Map<Id, Map<Id, LoggedEvent[]>>> {
  const undoing = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'command.undo' ? [{ projectId, id: command.undoes }] : [],
  )
  const found = new Map<Id, Map<Id, LoggedEvent[]>>()
  if (undoing.length === 0) return found
  const columns = sql.unsafe(EVENT_COLUMNS.map((name) => `e.${name}`).join(', '))
  const rows = await sql`
    select ${columns}
    from unnest(${undoing.map((each) => each.projectId)}::uuid[],
      ${undoing.map((each) => each.id)}::uuid[]) as w(project_id, id)
    join command c on c.project_id = w.project_id and c.command_id = w.id
    join event e on e.project_id = c.project_id and e.seq between c.first_seq and c.last_seq
    order by e.seq`
  for (const event of rows.map(toEvent)) {
    const ofProject = found.get(event.projectId) ?? new Map<Id, LoggedEvent[]>()
    const known = ofProject.get(event.commandId) ?? []
    found.set(event.projectId, ofProject.set(event.commandId, [...known, event]))
  }
  return found
}

async function answersOf(sql: Sql, decided: Decided[]): Promise<Map<Waiting, Answer>> {
  const answers = decided.flatMap(({ projectId, results }) =>
    [...results].map(
      async ([waiting, result]): Promise<[Waiting, Answer]> => [
        waiting,
        await repeated(sql, projectId, result),
      ],
    ),
  )
  return new Map(await Promise.all(answers))
}
