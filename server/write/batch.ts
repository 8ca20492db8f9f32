import type { Sql } from 'postgres'
import { database } from '@/db/client'
import { EVENT_COLUMNS, toConflict, toEvent } from '@/db/rows'
import type { CommandResult } from '@/domain/commandResult'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { moveTimers } from '@/server/time/timer'
import { crossProjectCommandOf, decideCrossProjectCommand } from './crossProjectCommand'
import { commandResultOf } from './idempotency'
import { load } from './load'
import { persist } from './persist'
import {
  type DecidedBatch,
  decideProjectBatch,
  type ProjectBatch,
  type SubmittedCommand,
} from './projectBatch'
import { readSetOf } from './readSetOf'

/** The answers of one batch, and the projects that it wrote with the seq they reached. */
export interface BatchResult {
  results: Map<SubmittedCommand, CommandResult>
  seqByProject: Map<Id, number>
  /** People whose timer was moved to another project with its task. */
  timerOwners: Id[]
}

/**
 * Runs commands of one or several projects in one transaction: lock, load the rows of all, decide
 * each in order on what the earlier ones leave, write all, commit. Two round trips when nothing
 * repeats, whatever the number of projects.
 * @param batch a project's commands all come from one workspace; one that changes two projects is alone
 * @throws the driver's error; nothing is written then
 */
export async function runBatch(batch: SubmittedCommand[]): Promise<BatchResult> {
  const sql = await database().sql.reserve()
  try {
    return await runInTransaction(sql, batch)
  } catch (error) {
    await sql`rollback`.catch(() => {})
    throw error
  } finally {
    sql.release()
  }
}

async function runInTransaction(sql: Sql, batch: SubmittedCommand[]): Promise<BatchResult> {
  const commandsByProject = groupByProject(batch)
  const crossProjectCommand = crossProjectCommandOf(batch)
  if (crossProjectCommand)
    commandsByProject.set(crossProjectCommand.receiver.envelope.projectId, [
      crossProjectCommand.receiver,
    ])
  const locked = Promise.all([
    sql`begin`.execute(),
    lockProjects(sql, [...commandsByProject.keys()]).execute(),
  ])
  locked.catch(() => {}) // awaited below, with what is loaded
  const projectBatches = await prepareProjectBatches(sql, commandsByProject)
  const [loaded] = await Promise.all([load(sql, projectBatches), locked])
  const decided = crossProjectCommand
    ? decideCrossProjectCommand(crossProjectCommand, loaded)
    : loaded.map((each) => decideProjectBatch(each.projectBatch, each.loaded))
  const results = await resultsOf(sql, decided)
  const [, timerOwners] = await Promise.all([
    persist(sql, decided),
    crossProjectCommand ? moveTimersOfTransferredTasks(sql, decided) : [],
    sql`commit`,
  ])
  const changed = decided.filter(({ unitOfWork }) => unitOfWork.events.length > 0)
  const seqByProject = new Map(changed.map((each) => [each.projectId, each.unitOfWork.seq]))
  return { results, seqByProject, timerOwners }
}

/** Moves the timers that run on transferred tasks to the other project. */
function moveTimersOfTransferredTasks(sql: Sql, [source]: DecidedBatch[]): Promise<Id[]> | Id[] {
  const moves = (source?.unitOfWork.events ?? []).flatMap(({ type, taskId, data }) =>
    type === 'task.archived' && taskId && data.movedTo ? [{ taskId, movedTo: data.movedTo }] : [],
  )
  return source && moves.length > 0 ? moveTimers(sql, source.projectId, moves) : []
}

function groupByProject(batch: SubmittedCommand[]): Map<Id, SubmittedCommand[]> {
  const commandsByProject = new Map<Id, SubmittedCommand[]>()
  for (const each of batch) {
    const commands = commandsByProject.get(each.envelope.projectId)
    if (commands) commands.push(each)
    else commandsByProject.set(each.envelope.projectId, [each])
  }
  return commandsByProject
}

/**
 * Locks the projects, in the order of their ids, so that no two processes wait for each other.
 *
 * All that a batch touches it names by id, so an index is right however large a table is. But a
 * plan is kept as long as its connection, and one made while a table was small reads all of it for
 * ever: here every row read counts as dear, and rows are looked up one by one, so that no plan does.
 */
function lockProjects(sql: Sql, projectIds: Id[]) {
  return sql`
    select count(pg_advisory_xact_lock(hashtextextended(id, 0))),
      set_config('cpu_tuple_cost', '100', true), set_config('cpu_index_tuple_cost', '100', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
    from unnest(${projectIds.sort()}::text[]) as id`
}

async function prepareProjectBatches(
  sql: Sql,
  commandsByProject: Map<Id, SubmittedCommand[]>,
): Promise<ProjectBatch[]> {
  const batch = [...commandsByProject.values()].flat()
  const [conflictsByProject, eventsToUndoByProject] = await Promise.all([
    loadConflictsToResolve(sql, batch),
    loadEventsToUndo(sql, batch),
  ])
  return [...commandsByProject].map(([projectId, commands]) => {
    const envelopes = commands.map((each) => each.envelope)
    const workspaceId = commands[0]?.scope.workspaceId ?? ''
    const conflictsToResolve = conflictsByProject.get(projectId) ?? new Map()
    const eventsToUndo = eventsToUndoByProject.get(projectId) ?? new Map()
    const readSet = readSetOf(envelopes, { conflictsToResolve, eventsToUndo })
    return { projectId, workspaceId, commands, readSet, eventsToUndo }
  })
}

/** The conflicts that some commands decide about; they say which rows those commands need. */
async function loadConflictsToResolve(
  sql: Sql,
  batch: SubmittedCommand[],
): Promise<Map<Id, Map<Id, Conflict>>> {
  const conflictRefs = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'conflict.resolve' ? [{ projectId, id: command.conflictId }] : [],
  )
  const conflictsByProject = new Map<Id, Map<Id, Conflict>>()
  if (conflictRefs.length === 0) return conflictsByProject
  const rows = await sql`
    select c.project_id, c.body
    from unnest(${conflictRefs.map((each) => each.projectId)}::uuid[],
      ${conflictRefs.map((each) => each.id)}::uuid[]) as input(project_id, id)
    join conflict c on c.id = input.id and c.project_id = input.project_id`
  for (const row of rows) {
    const conflict = toConflict(row)
    const ofProject = conflictsByProject.get(row.project_id) ?? new Map()
    conflictsByProject.set(row.project_id, ofProject.set(conflict.id, conflict))
  }
  return conflictsByProject
}

/** The events of the commands that some commands take back. */
async function loadEventsToUndo(
  sql: Sql,
  batch: SubmittedCommand[],
): Promise<Map<Id, Map<Id, StoredEvent[]>>> {
  const commandRefs = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'command.undo' ? [{ projectId, id: command.undoneCommandId }] : [],
  )
  const eventsByProject = new Map<Id, Map<Id, StoredEvent[]>>()
  if (commandRefs.length === 0) return eventsByProject
  const columns = sql.unsafe(EVENT_COLUMNS.map((name) => `e.${name}`).join(', '))
  const rows = await sql`
    select ${columns}
    from unnest(${commandRefs.map((each) => each.projectId)}::uuid[],
      ${commandRefs.map((each) => each.id)}::uuid[]) as input(project_id, id)
    join command c on c.project_id = input.project_id and c.command_id = input.id
    join event e on e.project_id = c.project_id and e.seq between c.first_seq and c.last_seq
    order by e.seq`
  for (const event of rows.map(toEvent)) {
    const ofProject = eventsByProject.get(event.projectId) ?? new Map<Id, StoredEvent[]>()
    const events = ofProject.get(event.commandId) ?? []
    eventsByProject.set(event.projectId, ofProject.set(event.commandId, [...events, event]))
  }
  return eventsByProject
}

async function resultsOf(
  sql: Sql,
  decided: DecidedBatch[],
): Promise<Map<SubmittedCommand, CommandResult>> {
  const results = decided.flatMap(({ projectId, results }) =>
    [...results].map(
      async ([submitted, result]): Promise<[SubmittedCommand, CommandResult]> => [
        submitted,
        await commandResultOf(sql, projectId, result),
      ],
    ),
  )
  return new Map(await Promise.all(results))
}
