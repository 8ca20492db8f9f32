import { COMMANDS } from './commandRegistry'
import type { Command } from './commands'
import type { DecisionContext, Sender } from './decision'
import type { AnyCommandDefinition, CommandLookup, SubjectRef } from './defineCommand'
import { isEqual } from './kernel/equal'
import type { Id } from './kernel/primitives'
import {
  type AllReads,
  type EarlierCommands,
  type NestedCommands,
  type ReadName,
  type ReadRequests,
  type ReadSet,
  type ReadSource,
  readNamesOf,
} from './reads'

/** A command with everything that its decision depends on. */
export interface PreparedCommand {
  /** Null when the project of the command does not exist. */
  reads: Partial<AllReads> | null
  context: DecisionContext
  /** The task of the command; undefined when it does not exist or the command has none. */
  task: AllReads['task']
}

type DecideNested = (
  command: Command,
  source: ReadSource,
  sender: Sender,
) => ReturnType<NestedCommands['decide']>

/** Returns the definition of a command. */
export const definitionOf = (command: Command): AnyCommandDefinition => COMMANDS[command.type]

/** Returns the look-ups that a command may use to name its subject and its read set. */
export function lookupIn(earlier: EarlierCommands): CommandLookup {
  const lookup: CommandLookup = {
    conflict: (id) => earlier.conflict(id),
    eventsOfCommand: (id) => earlier.eventsOfCommand(id),
    rebase,
    subjectOf: (command) => definitionOf(command).subject(command, lookup),
    readSetOf: (command) => definitionOf(command).readSet(command, lookup),
  }
  return lookup
}

/** Returns the command with another base version. */
export const rebase = (command: Command, baseVersion: number): Command =>
  definitionOf(command).rebase(command, baseVersion)

/** Returns true when both commands have the same type and the same subject. */
export const isSameSubject = (one: Command, other: Command): boolean =>
  one.type === other.type &&
  isEqual(definitionOf(one).identity(one), definitionOf(other).identity(other))

/**
 * Assembles the state and context of a decision: the declared reads, looked up in a source, and the
 * concurrent events. Used by the server's batch and by the replica.
 */
export function contextFor(
  command: Command,
  source: ReadSource,
  sender: Sender,
  decideNested: DecideNested,
): PreparedCommand {
  const definition = definitionOf(command)
  const lookup = lookupIn(source)
  const subject = definition.subject(command, lookup)
  const context = decisionContextFor(subject, source, sender)
  const firstTaskId = subject[0]?.taskId
  const task = firstTaskId ? source.task(firstTaskId) : undefined
  const readSet: Partial<ReadSet> = definition.readSet(command, lookup)
  if (readSet.project && !source.project) return { reads: null, context, task }
  const nested: NestedCommands = {
    source,
    decide: (each, view) => decideNested(each, view, sender),
    rebase,
    isSameSubject,
  }
  return { reads: readAll(readSet, source, nested), context, task }
}

function decisionContextFor(
  subject: SubjectRef[],
  source: ReadSource,
  sender: Sender,
): DecisionContext {
  const bySubject = new Map<Id | null, DecisionContext['concurrentEvents']>()
  for (const { taskId, baseVersion, knownCommandId } of subject) {
    const events = source.concurrentEvents(taskId, baseVersion)
    const unseen = knownCommandId
      ? events.filter((event) => event.commandId !== knownCommandId)
      : [...events]
    bySubject.set(taskId, unseen)
  }
  const concurrentEvents = [...bySubject.values()].flat()
  return { ...sender, concurrentEvents, concurrentEventsBySubject: bySubject }
}

type Reader<R extends ReadName> = (
  request: ReadRequests[R],
  source: ReadSource,
  nested: NestedCommands,
) => AllReads[R] | undefined

/** The function that looks up each kind of read. */
const READERS: { [R in ReadName]: Reader<R> } = {
  project: (_, source) => source.project,
  newProject: ({ key }, source) => source.newProject(key),
  task: ({ taskId }, source) => source.task(taskId),
  tasks: ({ taskIds }, source) => existing(taskIds, (id) => source.task(id)),
  comment: (id, source) => source.comment(id),
  worklog: (id, source) => source.worklog(id),
  conflict: (id, source) => source.conflict(id),
  undoneEvents: (id, source) => source.eventsOfCommand(id),
  comments: (ids, source) => existing(ids, (id) => source.comment(id)),
  worklogs: (ids, source) => existing(ids, (id) => source.worklog(id)),
  transfer: (id, source) => source.transferOf(id),
  targetProject: (id, source) => source.targetProject(id),
  statusTasks: (ids, source) => new Map(ids.map((id) => [id, source.tasksInStatus(id)])),
  sprintTasks: (id, source) => (id === null ? [] : source.tasksInSprint(id)),
  affectedTasks: (ids, source) => (ids.length === 0 ? [] : source.tasksWith(ids)),
  rankRange: (target, source) => (target ? source.rankRange(target) : OPEN_RANGE),
  backlogRankRange: (target, source) => (target ? source.backlogRankRange(target) : OPEN_RANGE),
  previousRanks: (positions, source) => source.previousRanks(positions),
  isMember: (_, source) => (id) => source.isMember(id),
  hierarchy: (_, source) => source.hierarchy,
  timeLock: (_, source) => source.timeLock,
  importedTask: (id, source) => source.importedTask(id),
  nested: (_, __, nested) => nested,
}

const OPEN_RANGE = { lower: null, upper: null }

function existing<T>(ids: readonly Id[], find: (id: Id) => T | undefined): ReadonlyMap<Id, T> {
  const found = new Map<Id, T>()
  for (const id of ids) {
    const each = find(id)
    if (each) found.set(id, each)
  }
  return found
}

function readAll(
  readSet: Partial<ReadSet>,
  source: ReadSource,
  nested: NestedCommands,
): Partial<AllReads> {
  const reads: Partial<AllReads> = {}
  const read = <R extends ReadName>(name: R, request: ReadRequests[R] | undefined) => {
    if (request !== undefined) reads[name] = READERS[name](request, source, nested)
  }
  for (const name of readNamesOf(readSet)) read(name, readSet[name])
  return reads
}
