import type { Command, CommandEnvelope, CommandOf } from '@/domain/commands'
import { isComponentOrVersionField } from '@/domain/component/componentsAndVersions'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TaskPatch } from '@/domain/task/commands'
import { rebaseOn, taskRefsOf } from '@/domain/taskRefs'
import { type TargetPosition, WHOLE_PROJECT } from './rankIndex'
import { addAncestorsAndChildren, addTask, backlogSectionOf, type ReadSet } from './readSet'
import { addUndo } from './undoReadSet'

/** What some commands are about, which has to be known before it is known what they need. */
export interface CommandReferences {
  /** The conflicts that are decided. */
  conflictsToResolve: ReadonlyMap<Id, Conflict>
  /** The events that are taken back, by the id of their command. */
  eventsToUndo: ReadonlyMap<Id, StoredEvent[]>
}

/** What the envelopes need. */
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
  for (const { commandId, command } of envelopes) {
    addCommand(readSet, commandId, command, conflictsToResolve)
    if (command.type === 'command.undo')
      addUndo(readSet, eventsToUndo.get(command.undoneCommandId) ?? [])
  }
  return readSet
}

function addCommand(
  readSet: ReadSet,
  commandId: Id,
  command: Command,
  conflicts: ReadonlyMap<Id, Conflict>,
): void {
  const taskRefs = taskRefsOf(command)
  for (const { taskId, baseVersion } of taskRefs) addTask(readSet, taskId, baseVersion)
  if (taskRefs.length === 0) addProjectBaseVersion(readSet, command)
  if ('commentId' in command) readSet.comments.add(command.commentId)
  if ('worklogId' in command) {
    readSet.worklogs.add(command.worklogId)
    readSet.timeLock = true
  }
  if ('sprintId' in command || command.type === 'project.setParallelSprints') readSet.sprints = true
  addHierarchy(readSet.hierarchy, command)
  for (const id of removedStatuses(command)) readSet.statusTasks.add(id)
  addComponentsAndVersions(readSet, command)
  addCopiesAndTransfers(readSet, command)
  const position = targetPositionOf(command)
  if (position) readSet.positions.set(commandId, position)
  switch (command.type) {
    case 'task.create':
      for (const id of command.assignees ?? []) readSet.people.add(id)
      break
    case 'task.move':
    case 'task.edit':
      if (command.set?.description !== undefined) readSet.descriptions.add(command.taskId)
      for (const id of command.add?.assignees ?? []) readSet.people.add(id)
      break
    case 'task.import':
      addImport(readSet, command)
      break
    case 'project.create':
      readSet.projectKeys.add(command.key)
      break
    case 'task.plan': {
      const taskIds = command.tasks.map((each) => each.taskId)
      readSet.backlogPositions.set(commandId, {
        taskIds,
        statusId: backlogSectionOf(command),
        position: command.position,
      })
      break
    }
    case 'task.bulk':
      addBulkChange(readSet, commandId, command)
      break
    case 'sprint.setCapacity':
      readSet.people.add(command.personId)
      break
    case 'sprint.import':
    case 'sprint.start':
    case 'sprint.complete':
    case 'sprint.remove':
      readSet.sprintTasks.add(command.sprintId)
      break
    case 'conflict.resolve': {
      readSet.conflicts.add(command.conflictId)
      const conflict = conflicts.get(command.conflictId)
      if (conflict) addConflictResolution(readSet, commandId, command, conflict, conflicts)
    }
  }
}

function addProjectBaseVersion(readSet: ReadSet, command: Command): void {
  if (!('baseVersion' in command) || command.type === 'conflict.resolve') return
  const known = readSet.projectBaseVersion ?? Number.MAX_SAFE_INTEGER
  readSet.projectBaseVersion = Math.min(known, command.baseVersion)
}

/** What stands above a wanted parent, and around a task whose type changes. */
function addHierarchy(hierarchy: ReadSet['hierarchy'], command: Command): void {
  if ('parentId' in command && command.parentId) hierarchy.ancestors.add(command.parentId)
  if (command.type !== 'task.edit' && command.type !== 'task.move') return
  if (!command.set?.type) return
  addAncestorsAndChildren(hierarchy, command.taskId)
}

function addBulkChange(
  readSet: ReadSet,
  commandId: Id,
  { tasks, change }: CommandOf<'task.bulk'>,
): void {
  if (change.set?.type)
    for (const { taskId } of tasks) addAncestorsAndChildren(readSet.hierarchy, taskId)
  const { statusId, sprintId } = change
  for (const id of change.add?.assignees ?? []) readSet.people.add(id)
  if (addsComponentsOrVersions(change.add)) readSet.componentsAndVersions = true
  // Behind all there are: those of the tasks that are there already stay where they stand.
  const bottom = { taskIds: [], position: { end: 'bottom' } } as const
  if (statusId !== undefined) readSet.positions.set(commandId, { ...bottom, statusId })
  if (sprintId === undefined) return
  readSet.sprints = true
  readSet.backlogPositions.set(commandId, { ...bottom, statusId: backlogSectionOf({ sprintId }) })
}

/** The statuses that a command removes. */
function removedStatuses(command: Command): StatusId[] {
  if (command.type === 'status.remove') return [command.statusId]
  return command.type === 'workflow.change' ? Object.keys(command.reassignments) : []
}

/** Components and versions that a command names or gives. */
function addComponentsAndVersions(readSet: ReadSet, command: Command): void {
  if ('componentId' in command || 'versionId' in command) readSet.componentsAndVersions = true
  if (command.type === 'component.remove') readSet.componentOrVersionTasks.add(command.componentId)
  if (command.type === 'version.remove' || command.type === 'version.release')
    readSet.componentOrVersionTasks.add(command.versionId)
  const lead =
    'lead' in command ? command.lead : command.type === 'component.edit' && command.set.lead
  if (lead) readSet.people.add(lead)
  if (command.type !== 'task.edit' && command.type !== 'task.move') return
  if (addsComponentsOrVersions(command.add)) readSet.componentsAndVersions = true
}

/** Whether a change gives components or versions. */
function addsComponentsOrVersions(add: TaskPatch['add'] = {}): boolean {
  return Object.entries(add).some(
    ([field, ids]) => isComponentOrVersionField(field) && ids.length > 0,
  )
}

/** What is copied, sent and received, with its texts. */
function addCopiesAndTransfers(readSet: ReadSet, command: Command): void {
  const addWithoutBaseVersion = (id: Id) => addTask(readSet, id, Number.MAX_SAFE_INTEGER)
  if (command.type === 'task.clone') {
    for (const { from, to } of command.copies) {
      addWithoutBaseVersion(from)
      addWithoutBaseVersion(to)
      readSet.descriptions.add(from)
    }
    // A copy of a child stands below the same parent.
    readSet.hierarchy.ancestors.add(command.taskId)
  }
  if (command.type === 'task.transfer') {
    readSet.childTasks.add(command.taskId)
    readSet.commentsAndWorklogsOf.add(command.taskId)
    readSet.descriptions.add(command.taskId)
    readSet.sprints = true
    readSet.componentsAndVersions = true
  }
  if (command.type === 'task.receive') readSet.componentsAndVersions = true
}

/** What an import may find of its task from an earlier run. */
function addImport(readSet: ReadSet, { taskId, steps }: CommandOf<'task.import'>): void {
  readSet.importedTasks.add(taskId)
  if (steps.some((step) => step.set?.description)) readSet.descriptions.add(taskId)
}

/** A decision needs what the command it applies needs, and a place to restore its task to. */
function addConflictResolution(
  readSet: ReadSet,
  commandId: Id,
  { choice, edit, baseVersion }: CommandOf<'conflict.resolve'>,
  conflict: Conflict,
  conflicts: ReadonlyMap<Id, Conflict>,
): void {
  const chosenCommand = (choice === 'edited' ? edit : null) ?? conflict.command
  const resubmitted = rebaseOn(chosenCommand, baseVersion)
  if (resubmitted.type !== 'conflict.resolve')
    addCommand(readSet, commandId, resubmitted, conflicts)
  if (conflict.taskId && !readSet.positions.has(commandId)) {
    readSet.positions.set(commandId, {
      taskIds: [conflict.taskId],
      statusId: WHOLE_PROJECT,
      position: {},
    })
  }
}

/** Where the command wants a task to stand. */
function targetPositionOf(command: Command): TargetPosition | null {
  switch (command.type) {
    case 'task.create':
    case 'task.move':
      return { taskIds: [command.taskId], statusId: command.statusId, position: command.position }
    case 'task.restore': {
      // Without a status the task returns to its own, which only its row knows.
      const statusId = command.statusId ?? WHOLE_PROJECT
      return { taskIds: [command.taskId], statusId, position: command.position ?? {} }
    }
    case 'status.remove':
      return { taskIds: [], statusId: command.moveTo, position: { end: 'bottom' } }
    case 'workflow.change':
      return { taskIds: [], statusId: WHOLE_PROJECT, position: { end: 'bottom' } }
    case 'task.clone': {
      const taskIds = command.copies.map(({ to }) => to)
      return { taskIds, statusId: command.statusId, position: command.position }
    }
    case 'task.receive': {
      const taskIds = command.transferredTasks.map((each) => each.taskId)
      return { taskIds, statusId: WHOLE_PROJECT, position: { end: 'bottom' } }
    }
    case 'task.import':
      return { taskIds: [command.taskId], statusId: WHOLE_PROJECT, position: { end: 'bottom' } }
    default:
      return null
  }
}
