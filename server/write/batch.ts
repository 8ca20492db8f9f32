import { sql } from 'drizzle-orm'
import { unnest, unnestValues } from '@/db/inputRows'
import { compileStatement, PipelinedTransaction } from '@/db/pipelinedTransaction'
import { fieldList } from '@/db/readRows'
import { eventColumns } from '@/db/rowColumns'
import { command, event } from '@/db/schema/eventLog'
import { conflict } from '@/db/schema/project'
import { toStoredEvent } from '@/db/storedEvent'
import type { CommandResult } from '@/domain/commandResult'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { crossProjectCommandOf, decideCrossProjectCommand } from './crossProjectCommand'
import { commandResultOf } from './idempotency'
import { load } from './load'
import { moveTimers } from './moveTimers'
import { persist } from './persist'
import {
  type DecidedBatch,
  decideProjectBatch,
  type ProjectBatch,
  type SubmittedCommand,
} from './projectBatch'
import { readSetOf } from './readSetOf'

/** The results of a batch, and the new `seq` of each project that it wrote. */
export interface BatchResult {
  results: Map<SubmittedCommand, CommandResult>
  seqByProject: Map<Id, number>
  /** Owners of timers that were moved to another project with their task. */
  timerOwners: Id[]
}

/**
 * Runs the commands of one or several projects in one transaction: lock the projects, load all
 * rows, decide each command on the state that the earlier ones leave, write, commit. Takes two
 * round trips unless a command repeats, resolves a conflict or undoes another, whatever the number
 * of projects.
 * @param batch all commands of a project belong to one workspace; a cross-project command is alone
 * @throws the driver's error; nothing is written then, unless the connection broke during the commit
 */
export function runBatch(batch: SubmittedCommand[]): Promise<BatchResult> {
  return PipelinedTransaction.run((tx) => runInTransaction(tx, batch))
}

async function runInTransaction(
  tx: PipelinedTransaction,
  batch: SubmittedCommand[],
): Promise<BatchResult> {
  const commandsByProject = groupByProject(batch)
  const crossProjectCommand = crossProjectCommandOf(batch)
  if (crossProjectCommand)
    commandsByProject.set(crossProjectCommand.receiver.envelope.projectId, [
      crossProjectCommand.receiver,
    ])
  const locked = lockProjects(tx, [...commandsByProject.keys()])
  locked.catch(() => {}) // the rejection is handled by the await below
  const projectBatches = await prepareProjectBatches(tx, commandsByProject)
  const [loaded] = await Promise.all([load(tx, projectBatches), locked])
  const decided = crossProjectCommand
    ? decideCrossProjectCommand(crossProjectCommand, loaded)
    : loaded.map((each) => decideProjectBatch(each.projectBatch, each.loaded))
  const results = await resultsOf(tx, decided)
  const [, timerOwners] = await Promise.all([
    persist(tx, decided),
    crossProjectCommand ? moveTimersOfTransferredTasks(tx, decided) : [],
    tx.commit(),
  ])
  const changed = decided.filter(({ unitOfWork }) => unitOfWork.events.length > 0)
  const seqByProject = new Map(changed.map((each) => [each.projectId, each.unitOfWork.seq]))
  return { results, seqByProject, timerOwners }
}

/** Moves running timers of transferred tasks to the target project. */
function moveTimersOfTransferredTasks(
  tx: PipelinedTransaction,
  [source]: DecidedBatch[],
): Promise<Id[]> | Id[] {
  const moves = (source?.unitOfWork.events ?? []).flatMap(({ type, taskId, data }) =>
    type === 'task.archived' && taskId && data.movedTo ? [{ taskId, movedTo: data.movedTo }] : [],
  )
  return source && moves.length > 0 ? moveTimers(tx, source.projectId, moves) : []
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
 * Locks the projects in the order of their ids, so that two processes cannot deadlock.
 *
 * It also sets the planner's costs for the transaction. A batch names every row by id, so an index
 * is right at any table size. But a prepared plan lives as long as its connection, and a plan made
 * while a table was small would keep scanning that table after it has grown. With a high cost per
 * row and without hash or merge joins the planner chooses index lookups from the start, and one
 * plan serves every batch.
 */
function lockProjects(tx: PipelinedTransaction, projectIds: Id[]): Promise<void> {
  return tx.send(LOCK_PROJECTS, { projectIds: projectIds.sort() })
}

const LOCK_PROJECTS = compileStatement(sql`
    select count(pg_advisory_xact_lock(hashtextextended(locked_id, 0))),
      set_config('cpu_tuple_cost', '100', true), set_config('cpu_index_tuple_cost', '100', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
      set_config('plan_cache_mode', 'force_generic_plan', true)
    from unnest(${sql.placeholder('projectIds')}::text[]) as locked_id`)

async function prepareProjectBatches(
  tx: PipelinedTransaction,
  commandsByProject: Map<Id, SubmittedCommand[]>,
): Promise<ProjectBatch[]> {
  const batch = [...commandsByProject.values()].flat()
  const [conflictsByProject, eventsToUndoByProject] = await Promise.all([
    loadConflictsToResolve(tx, batch),
    loadEventsToUndo(tx, batch),
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

const ref = (key: string) => sql`input.${sql.identifier(key)}`

const CONFLICT_REF = { projectId: conflict.projectId, id: conflict.id }
const CONFLICTS_TO_RESOLVE = compileStatement(sql`
  select ${conflict.projectId}, ${conflict.body}
  from ${unnest('refs', CONFLICT_REF, sql.identifier('input'))}
  join ${conflict} on ${conflict.id} = ${ref('id')} and ${conflict.projectId} = ${ref('projectId')}`)

const COMMAND_REF = { projectId: command.projectId, id: command.commandId }
const EVENTS_TO_UNDO = compileStatement(sql`
  select ${fieldList(eventColumns)}
  from ${unnest('refs', COMMAND_REF, sql.identifier('input'))}
  join ${command} on ${command.projectId} = ${ref('projectId')} and ${command.commandId} = ${ref('id')}
  join ${event} on ${event.projectId} = ${command.projectId}
    and ${event.seq} between ${command.firstSeq} and ${command.lastSeq}
  order by ${event.seq}`)

/**
 * Loads the conflicts that commands of the batch resolve, by project and id. They determine what
 * those commands read.
 */
async function loadConflictsToResolve(
  tx: PipelinedTransaction,
  batch: SubmittedCommand[],
): Promise<Map<Id, Map<Id, Conflict>>> {
  const conflictRefs = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'conflict.resolve' ? [{ projectId, id: command.conflictId }] : [],
  )
  const conflictsByProject = new Map<Id, Map<Id, Conflict>>()
  if (conflictRefs.length === 0) return conflictsByProject
  const rows = await tx.select(
    { projectId: conflict.projectId, body: conflict.body },
    CONFLICTS_TO_RESOLVE,
    unnestValues('refs', CONFLICT_REF, conflictRefs),
  )
  for (const { projectId, body } of rows) {
    const ofProject = conflictsByProject.get(projectId) ?? new Map()
    conflictsByProject.set(projectId, ofProject.set(body.id, body))
  }
  return conflictsByProject
}

/** Loads the events of the commands that the batch undoes, by project and command id. */
async function loadEventsToUndo(
  tx: PipelinedTransaction,
  batch: SubmittedCommand[],
): Promise<Map<Id, Map<Id, StoredEvent[]>>> {
  const commandRefs = batch.flatMap(({ envelope: { projectId, command } }) =>
    command.type === 'command.undo' ? [{ projectId, id: command.undoneCommandId }] : [],
  )
  const eventsByProject = new Map<Id, Map<Id, StoredEvent[]>>()
  if (commandRefs.length === 0) return eventsByProject
  const rows = await tx.select(
    eventColumns,
    EVENTS_TO_UNDO,
    unnestValues('refs', COMMAND_REF, commandRefs),
  )
  for (const stored of rows.map(toStoredEvent)) {
    const ofProject = eventsByProject.get(stored.projectId) ?? new Map<Id, StoredEvent[]>()
    const events = ofProject.get(stored.commandId) ?? []
    eventsByProject.set(stored.projectId, ofProject.set(stored.commandId, [...events, stored]))
  }
  return eventsByProject
}

async function resultsOf(
  tx: PipelinedTransaction,
  decided: DecidedBatch[],
): Promise<Map<SubmittedCommand, CommandResult>> {
  const results = decided.flatMap(({ projectId, results }) =>
    [...results].map(
      async ([submitted, result]): Promise<[SubmittedCommand, CommandResult]> => [
        submitted,
        await commandResultOf(tx, projectId, result),
      ],
    ),
  )
  return new Map(await Promise.all(results))
}
