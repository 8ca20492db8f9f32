import type { Command, CommandOf, Envelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import { seenAt, seenBy } from '@/domain/seen'
import type { Id, StatusId } from '@/domain/words'
import { ANYWHERE, type Wanted } from './places'

/** The rows that a batch of commands has to see, named before anything is loaded. */
export interface Needs {
  commandIds: Id[]
  /** The lowest base version by task: events after it may be missed. */
  tasks: Map<Id, number>
  /** Tasks whose description takes part; it can be long, so others go without. */
  texts: Set<Id>
  /** The lowest base version of a command about the project itself. */
  projectSince: number | null
  comments: Set<Id>
  worklogs: Set<Id>
  /** Whether some command logs time, which a workspace may have closed. */
  lock: boolean
  conflicts: Set<Id>
  /** Statuses whose tasks all move. */
  columns: Set<StatusId>
  /** By command id. */
  places: Map<Id, Wanted>
  /** The same in the planning order, where a section (a sprint or the backlog) is the column. */
  plans: Map<Id, Wanted>
  /** Whether some command is about sprints, which are loaded for no other. */
  sprints: boolean
  /** Sprints of which every task takes part. */
  sprintTasks: Set<Id>
  people: Set<Id>
  /** Tasks of which the rules see all that stand above them (`up`), or their children (`down`). */
  kin: { up: Set<Id>; down: Set<Id> }
  /** Tasks that an import may have brought before. */
  imported: Set<Id>
  keys: Set<string>
}

/** What the envelopes need; `conflicts` are those that some of them decide about. */
export function needsOf(envelopes: Envelope[], conflicts: ReadonlyMap<Id, Conflict>): Needs {
  const needs: Needs = {
    commandIds: envelopes.map((each) => each.commandId),
    tasks: new Map(),
    texts: new Set(),
    projectSince: null,
    comments: new Set(),
    worklogs: new Set(),
    lock: false,
    conflicts: new Set(),
    columns: new Set(),
    places: new Map(),
    plans: new Map(),
    sprints: false,
    sprintTasks: new Set(),
    people: new Set(),
    kin: { up: new Set(), down: new Set() },
    imported: new Set(),
    keys: new Set(),
  }
  for (const { commandId, command } of envelopes) add(needs, commandId, command, conflicts)
  return needs
}

function add(
  needs: Needs,
  commandId: Id,
  command: Command,
  conflicts: ReadonlyMap<Id, Conflict>,
): void {
  const seen = seenBy(command)
  for (const { taskId, baseVersion } of seen) since(needs, taskId, baseVersion)
  if (seen.length === 0) sinceOfProject(needs, command)
  if ('commentId' in command) needs.comments.add(command.commentId)
  if ('worklogId' in command) {
    needs.worklogs.add(command.worklogId)
    needs.lock = true
  }
  if ('sprintId' in command || command.type === 'project.sprints') needs.sprints = true
  addKin(needs.kin, command)
  for (const id of emptied(command)) needs.columns.add(id)
  const place = placeOf(command)
  if (place) needs.places.set(commandId, place)
  switch (command.type) {
    case 'task.create':
      for (const id of command.assignees ?? []) needs.people.add(id)
      break
    case 'task.move':
    case 'task.edit':
      if (command.set?.description !== undefined) needs.texts.add(command.taskId)
      for (const id of command.add?.assignees ?? []) needs.people.add(id)
      break
    case 'task.import':
      importAgain(needs, command)
      break
    case 'project.create':
      needs.keys.add(command.key)
      break
    case 'task.plan': {
      const taskIds = command.tasks.map((each) => each.taskId)
      needs.plans.set(commandId, { taskIds, statusId: sectionOf(command), place: command.place })
      break
    }
    case 'sprint.capacity':
      needs.people.add(command.personId)
      break
    case 'sprint.start':
    case 'sprint.complete':
    case 'sprint.remove':
      needs.sprintTasks.add(command.sprintId)
      break
    case 'conflict.resolve': {
      needs.conflicts.add(command.conflictId)
      const lost = conflicts.get(command.conflictId)
      if (lost) decideAgain(needs, commandId, command, lost, conflicts)
    }
  }
}

function sinceOfProject(needs: Needs, command: Command): void {
  if (!('baseVersion' in command) || command.type === 'conflict.resolve') return
  const known = needs.projectSince ?? Number.MAX_SAFE_INTEGER
  needs.projectSince = Math.min(known, command.baseVersion)
}

/** What stands above a wanted parent, and around a task whose type changes. */
function addKin(kin: Needs['kin'], command: Command): void {
  if ('parentId' in command && command.parentId) kin.up.add(command.parentId)
  if (command.type !== 'task.edit' || !command.set?.type) return
  kin.up.add(command.taskId)
  kin.down.add(command.taskId)
}

/** The statuses that a command removes. */
function emptied(command: Command): StatusId[] {
  if (command.type === 'status.remove') return [command.statusId]
  return command.type === 'workflow.change' ? Object.keys(command.orphans) : []
}

/** What an import may find of its task from an earlier run. */
function importAgain(needs: Needs, { taskId, steps }: CommandOf<'task.import'>): void {
  needs.imported.add(taskId)
  if (steps.some((step) => step.set?.description)) needs.texts.add(taskId)
}

/** A decision needs what the command it applies needs, and a place to restore its task to. */
function decideAgain(
  needs: Needs,
  commandId: Id,
  { choice, edit, baseVersion }: CommandOf<'conflict.resolve'>,
  lost: Conflict,
  conflicts: ReadonlyMap<Id, Conflict>,
): void {
  const chosen = (choice === 'edited' ? edit : null) ?? lost.command
  const again = seenAt(chosen, baseVersion)
  if (again.type !== 'conflict.resolve') add(needs, commandId, again, conflicts)
  if (lost.taskId && !needs.places.has(commandId)) {
    needs.places.set(commandId, { taskIds: [lost.taskId], statusId: ANYWHERE, place: {} })
  }
}

function since(needs: Needs, taskId: Id, baseVersion: number): void {
  const known = needs.tasks.get(taskId) ?? Number.MAX_SAFE_INTEGER
  needs.tasks.set(taskId, Math.min(known, baseVersion))
}

/** The section of the planning order that tasks are put into: a sprint, or '' for the backlog. */
export const sectionOf = ({ sprintId }: { sprintId: Id | null }) => sprintId ?? ''

/** Where the command wants a task to stand. */
function placeOf(command: Command): Wanted | null {
  switch (command.type) {
    case 'task.create':
    case 'task.move':
      return { taskIds: [command.taskId], statusId: command.statusId, place: command.place }
    case 'task.restore': {
      // Without a status the task returns to its own, which only its row knows.
      const statusId = command.statusId ?? ANYWHERE
      return { taskIds: [command.taskId], statusId, place: command.place ?? {} }
    }
    case 'status.remove':
      return { taskIds: [], statusId: command.moveTo, place: { end: 'bottom' } }
    case 'workflow.change':
      return { taskIds: [], statusId: ANYWHERE, place: { end: 'bottom' } }
    case 'task.import':
      return { taskIds: [command.taskId], statusId: ANYWHERE, place: { end: 'bottom' } }
    default:
      return null
  }
}
