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

/** A command that waits for its turn. */
export interface SubmittedCommand {
  scope: WorkspaceScope
  envelope: CommandEnvelope
  /** When it happens, where that is not now. */
  at?: Instant
}

/** One project's share of a batch: its commands in order, and the rows that they need. */
export interface ProjectBatch {
  projectId: Id
  workspaceId: Id
  commands: SubmittedCommand[]
  readSet: ReadSet
  /** The events that commands of the part take back, by the id of their command. */
  eventsToUndo: ReadonlyMap<Id, StoredEvent[]>
}

/** A command that was decided before, as its row tells it. */
export type StoredCommand = typeof command.$inferSelect

/** A command with what it came to. */
export interface DecidedCommand {
  envelope: CommandEnvelope
  actor: Id
  decision: Decision
  events: StoredEvent[]
  concurrentEvents: StoredEvent[]
  at: Instant
}

/** A part whose commands are decided. */
export interface DecidedBatch {
  projectId: Id
  /** The project as the commands leave it. */
  unitOfWork: UnitOfWork
  /** What the rows were before: writes are refused when they are no longer that. */
  baseline: { seq: number; versions: Map<Id, number>; statuses: Set<unknown> }
  /** What each command came to; the stored row where it repeats one that was decided before. */
  results: Map<SubmittedCommand, StoredCommand | DecidedCommand>
  /** Those that were decided now and belong in the log. */
  newlyDecided: DecidedCommand[]
}

/**
 * Decides the commands of a part in order, each on what the earlier ones leave.
 * @param destination the project that a task goes to
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
  // The log of a project elsewhere tells nothing here.
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

/** A command is decided once; its repeat, even in the same batch, gets what the first one got. */
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
