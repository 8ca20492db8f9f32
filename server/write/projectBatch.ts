import type { command } from '@/db/schema/eventLog'
import type { CommandEnvelope } from '@/domain/commands'
import { decide, prepare } from '@/domain/decide'
import { type Decision, projectNotFound, reject } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, Instant } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { WorkspaceScope } from '@/server/access/scope'
import type { LoadedRows } from './load'
import type { ReadSet } from './readSet'
import { UnitOfWork } from './unitOfWork'

/** A command that waits in the queue. */
export interface SubmittedCommand {
  scope: WorkspaceScope
  envelope: CommandEnvelope
  /** The time of its events, when that is not now. */
  at?: Instant
}

/** One project's commands of a batch, in order, and the read set that they need. */
export interface ProjectBatch {
  projectId: Id
  workspaceId: Id
  commands: SubmittedCommand[]
  readSet: ReadSet
  /** The events that are undone, by the id of the command that wrote them. */
  eventsToUndo: ReadonlyMap<Id, StoredEvent[]>
}

/** The stored row of a command that was decided in an earlier batch. */
export type StoredCommand = typeof command.$inferSelect

/** A command with its decision and events. */
export interface DecidedCommand {
  envelope: CommandEnvelope
  actor: Id
  decision: Decision
  events: StoredEvent[]
  concurrentEvents: StoredEvent[]
  at: Instant
}

/** A project batch whose commands are decided. */
export interface DecidedBatch {
  projectId: Id
  /** The state of the project after the commands. */
  unitOfWork: UnitOfWork
  /** The state that the batch was decided on. Writes fail when the rows no longer match it. */
  baseline: { seq: number; versions: Map<Id, number>; statuses: Set<unknown> }
  /** The result by command; for a repeated command, the stored row or the first decision. */
  results: Map<SubmittedCommand, StoredCommand | DecidedCommand>
  /** Commands that were decided in this batch and are written to the log. */
  newlyDecided: DecidedCommand[]
}

/**
 * Decides the commands of a project batch in order, each on the state that the earlier ones leave.
 * @param destination the target project of a transfer
 */
export function decideProjectBatch(
  projectBatch: ProjectBatch,
  loaded: LoadedRows,
  destination?: Project,
): DecidedBatch {
  const unitOfWork = new UnitOfWork(
    loaded,
    projectBatch.readSet,
    projectBatch.eventsToUndo,
    destination,
  )
  const baseline = {
    seq: unitOfWork.seq,
    versions: new Map([...unitOfWork.tasks].map(([id, task]) => [id, task.version])),
    statuses: new Set(unitOfWork.project?.statuses),
  }
  // When the project is not in this workspace, its stored commands must not be returned.
  const storedCommands = unitOfWork.project ? loaded.commands : []
  const firstById = new Map<Id, StoredCommand | DecidedCommand>(
    storedCommands.map((row) => [row.commandId, row]),
  )
  const results = new Map(
    projectBatch.commands.map((each) => [each, decideOnce(firstById, each, unitOfWork)]),
  )
  const decided = [...firstById.values()].filter(
    (each): each is DecidedCommand => 'envelope' in each,
  )
  const newlyDecided = unitOfWork.project ? decided : []
  return { projectId: projectBatch.projectId, unitOfWork, baseline, results, newlyDecided }
}

/** Decides a command once. A repeat, even in the same batch, gets the first result. */
function decideOnce(
  firstById: Map<Id, StoredCommand | DecidedCommand>,
  submitted: SubmittedCommand,
  unitOfWork: UnitOfWork,
): StoredCommand | DecidedCommand {
  const { commandId } = submitted.envelope
  const actor = submitted.scope.person.id
  const firstResult = firstById.get(commandId)
  if (firstResult && firstResult.actor === actor) return firstResult
  const decidedCommand = firstResult
    ? rejectTakenId(submitted)
    : decideCommand(submitted, unitOfWork)
  if (!firstResult) firstById.set(commandId, decidedCommand)
  return decidedCommand
}

function decideCommand(submitted: SubmittedCommand, unitOfWork: UnitOfWork): DecidedCommand {
  const { scope, envelope, at = new Date().toISOString() } = submitted
  const actor = scope.person.id
  const sender = unitOfWork.senderOf(envelope, actor, scope.workspaceId, at)
  if (!sender) {
    return { envelope, actor, decision: projectNotFound(), events: [], concurrentEvents: [], at }
  }
  const source = unitOfWork.readSourceFor(envelope.commandId)
  const prepared = prepare(envelope.command, source, sender)
  const decision = decide(envelope.command, prepared)
  const events = unitOfWork.append(decision, envelope, sender)
  const { concurrentEvents } = prepared.context
  return { envelope, actor, decision, events, concurrentEvents, at }
}

function rejectTakenId({ scope, envelope }: SubmittedCommand): DecidedCommand {
  const decision = reject('id-taken', 'Another command has this id.', 'commandId')
  const at = new Date().toISOString()
  return { envelope, actor: scope.person.id, decision, events: [], concurrentEvents: [], at }
}
