import type { Command, CommandEnvelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import { lookupIn } from '@/domain/contextFor'
import type { CommandLookup } from '@/domain/defineCommand'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { type ReadName, type ReadRequests, readNamesOf } from '@/domain/reads'
import type { ReadSet } from './readSet'

/** Stored rows that determine what some commands read, loaded before the read set is known. */
export interface CommandReferences {
  /** The conflicts that commands resolve, by id. */
  conflictsToResolve: ReadonlyMap<Id, Conflict>
  /** The events that commands undo, by the id of the command that wrote them. */
  eventsToUndo: ReadonlyMap<Id, StoredEvent[]>
}

/** Returns the declared read sets of all commands, merged into one. */
export function readSetOf(
  envelopes: CommandEnvelope[],
  { conflictsToResolve, eventsToUndo }: CommandReferences,
): ReadSet {
  const readSet: ReadSet = {
    commandIds: envelopes.map((each) => each.commandId),
    taskBaseVersions: new Map(),
    descriptions: new Set(),
    projectBaseVersion: null,
    comments: new Set(),
    worklogs: new Set(),
    timeLock: false,
    conflicts: new Set(),
    statusTasks: new Set(),
    positions: new Map(),
    backlogPositions: new Map(),
    sprints: false,
    componentsAndVersions: false,
    componentOrVersionTasks: new Set(),
    sprintTasks: new Set(),
    previousPositions: [],
    people: new Set(),
    childTasks: new Set(),
    commentsAndWorklogsOf: new Set(),
    hierarchy: { ancestors: new Set(), children: new Set() },
    importedTasks: new Set(),
    projectKeys: new Set(),
  }
  const lookup = lookupIn({
    conflict: (id) => conflictsToResolve.get(id),
    eventsOfCommand: (id) => eventsToUndo.get(id) ?? [],
  })
  for (const { commandId, command } of envelopes) addCommand(readSet, commandId, command, lookup)
  return readSet
}

function addCommand(
  readSet: ReadSet,
  commandId: Id,
  command: Command,
  lookup: CommandLookup,
): void {
  for (const { taskId, baseVersion } of lookup.subjectOf(command)) {
    if (taskId !== null) addTask(readSet, taskId, baseVersion)
    else {
      const known = readSet.projectBaseVersion ?? Number.MAX_SAFE_INTEGER
      readSet.projectBaseVersion = Math.min(known, baseVersion)
    }
  }
  const declared = lookup.readSetOf(command)
  for (const nested of declared.nested ?? []) addCommand(readSet, commandId, nested, lookup)
  const add = <R extends ReadName>(name: R, request: ReadRequests[R] | undefined) => {
    if (request !== undefined) REQUESTS[name](request, readSet, commandId)
  }
  for (const name of readNamesOf(declared)) add(name, declared[name])
}

type AddRequest<R extends ReadName> = (
  request: ReadRequests[R],
  readSet: ReadSet,
  commandId: Id,
) => void

/** Adds the rows of each declared read to the read set. */
const REQUESTS: { [R in ReadName]: AddRequest<R> } = {
  project: ({ sprints, componentsAndVersions }, readSet) => {
    if (sprints) readSet.sprints = true
    if (componentsAndVersions) readSet.componentsAndVersions = true
  },
  newProject: ({ key }, readSet) => readSet.projectKeys.add(key),
  task: ({ taskId, description }, readSet) => {
    addTask(readSet, taskId, Number.MAX_SAFE_INTEGER)
    if (description) readSet.descriptions.add(taskId)
  },
  tasks: ({ taskIds, descriptions }, readSet) => {
    for (const id of taskIds) {
      addTask(readSet, id, Number.MAX_SAFE_INTEGER)
      if (descriptions) readSet.descriptions.add(id)
    }
  },
  comment: (id, readSet) => readSet.comments.add(id),
  worklog: (id, readSet) => readSet.worklogs.add(id),
  conflict: (id, readSet) => readSet.conflicts.add(id),
  // These events are already loaded, because they determine what the command reads.
  undoneEvents: () => {},
  comments: (ids, readSet) => addAll(readSet.comments, ids),
  worklogs: (ids, readSet) => addAll(readSet.worklogs, ids),
  transfer: (id, readSet) => {
    readSet.childTasks.add(id)
    readSet.commentsAndWorklogsOf.add(id)
  },
  // The target project is a project batch of its own.
  targetProject: () => {},
  statusTasks: (ids, readSet) => addAll(readSet.statusTasks, ids),
  sprintTasks: (id, readSet) => {
    if (id !== null) readSet.sprintTasks.add(id)
  },
  affectedTasks: (ids, readSet) => addAll(readSet.componentOrVersionTasks, ids),
  rankRange: (target, readSet, commandId) => {
    if (target) readSet.positions.set(commandId, target)
  },
  backlogRankRange: (target, readSet, commandId) => {
    if (target) readSet.backlogPositions.set(commandId, target)
  },
  previousRanks: (positions, readSet) => readSet.previousPositions.push(...positions),
  isMember: (ids, readSet) => addAll(readSet.people, ids),
  hierarchy: ({ ancestorsOf, childrenOf }, readSet) => {
    addAll(readSet.hierarchy.ancestors, ancestorsOf)
    addAll(readSet.hierarchy.children, childrenOf)
  },
  timeLock: (isWanted, readSet) => {
    if (isWanted) readSet.timeLock = true
  },
  importedTask: (id, readSet) => readSet.importedTasks.add(id),
  // The read sets of nested commands are added separately.
  nested: () => {},
}

function addAll<T>(set: Set<T>, entries: readonly T[]): void {
  for (const each of entries) set.add(each)
}

/** Adds a task with its lowest base version, after which events are concurrent. */
function addTask(readSet: ReadSet, taskId: Id, baseVersion: number): void {
  const known = readSet.taskBaseVersions.get(taskId) ?? Number.MAX_SAFE_INTEGER
  readSet.taskBaseVersions.set(taskId, Math.min(known, baseVersion))
}
