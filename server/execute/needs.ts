import { isTag } from '@/domain/catalog/catalog'
import type { Command, CommandOf, Envelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { LoggedEvent } from '@/domain/events'
import { seenAt, seenBy } from '@/domain/seen'
import type { TaskPatch } from '@/domain/task/commands'
import type { Id, StatusId } from '@/domain/words'
import { around, type Needs, sectionOf, since } from './needed'
import { takeBack } from './needsOfUndo'
import { ANYWHERE, type Wanted } from './places'

/** What some commands are about, which has to be known before it is known what they need. */
export interface About {
  /** The conflicts that are decided. */
  conflicts: ReadonlyMap<Id, Conflict>
  /** The events that are taken back, by the id of their command. */
  undone: ReadonlyMap<Id, LoggedEvent[]>
}

/** What the envelopes need. */
export function needsOf(envelopes: Envelope[], { conflicts, undone }: About): Needs {
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
    catalog: false,
    tagged: new Set(),
    sprintTasks: new Set(),
    spots: [],
    people: new Set(),
    family: new Set(),
    threads: new Set(),
    kin: { up: new Set(), down: new Set() },
    imported: new Set(),
    keys: new Set(),
  }
  for (const { commandId, command } of envelopes) {
    add(needs, commandId, command, conflicts)
    if (command.type === 'command.undo') takeBack(needs, undone.get(command.undoes) ?? [])
  }
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
  addCatalog(needs, command)
  addCopies(needs, command)
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
    case 'task.bulk':
      changeMany(needs, commandId, command)
      break
    case 'sprint.capacity':
      needs.people.add(command.personId)
      break
    case 'sprint.import':
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
  if (command.type !== 'task.edit' && command.type !== 'task.move') return
  if (!command.set?.type) return
  around(kin, command.taskId)
}

function changeMany(needs: Needs, commandId: Id, { tasks, change }: CommandOf<'task.bulk'>): void {
  if (change.set?.type) for (const { taskId } of tasks) around(needs.kin, taskId)
  const { statusId, sprintId } = change
  for (const id of change.add?.assignees ?? []) needs.people.add(id)
  if (namesEntries(change.add)) needs.catalog = true
  // Behind all there are: those of the tasks that are there already stay where they stand.
  const bottom = { taskIds: [], place: { end: 'bottom' } } as const
  if (statusId !== undefined) needs.places.set(commandId, { ...bottom, statusId })
  if (sprintId === undefined) return
  needs.sprints = true
  needs.plans.set(commandId, { ...bottom, statusId: sectionOf({ sprintId }) })
}

/** The statuses that a command removes. */
function emptied(command: Command): StatusId[] {
  if (command.type === 'status.remove') return [command.statusId]
  return command.type === 'workflow.change' ? Object.keys(command.orphans) : []
}

/** Components and versions that a command names or gives. */
function addCatalog(needs: Needs, command: Command): void {
  if ('componentId' in command || 'versionId' in command) needs.catalog = true
  if (command.type === 'component.remove') needs.tagged.add(command.componentId)
  if (command.type === 'version.remove' || command.type === 'version.release')
    needs.tagged.add(command.versionId)
  const lead =
    'lead' in command ? command.lead : command.type === 'component.edit' && command.set.lead
  if (lead) needs.people.add(lead)
  if (command.type !== 'task.edit' && command.type !== 'task.move') return
  if (namesEntries(command.add)) needs.catalog = true
}

/** Whether a change gives components or versions. */
function namesEntries(add: TaskPatch['add'] = {}): boolean {
  return Object.entries(add).some(([field, ids]) => isTag(field) && ids.length > 0)
}

/** What is copied, sent and received, with its texts. */
function addCopies(needs: Needs, command: Command): void {
  const look = (id: Id) => since(needs, id, Number.MAX_SAFE_INTEGER)
  if (command.type === 'task.clone') {
    for (const { from, to } of command.copies) {
      look(from)
      look(to)
      needs.texts.add(from)
    }
    // A copy of a child stands below the same parent.
    needs.kin.up.add(command.taskId)
  }
  if (command.type === 'task.transfer') {
    needs.family.add(command.taskId)
    needs.threads.add(command.taskId)
    needs.texts.add(command.taskId)
    needs.sprints = true
    needs.catalog = true
  }
  if (command.type === 'task.receive') needs.catalog = true
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
    case 'task.clone': {
      const taskIds = command.copies.map(({ to }) => to)
      return { taskIds, statusId: command.statusId, place: command.place }
    }
    case 'task.receive': {
      const taskIds = command.arrivals.map((each) => each.taskId)
      return { taskIds, statusId: ANYWHERE, place: { end: 'bottom' } }
    }
    case 'task.import':
      return { taskIds: [command.taskId], statusId: ANYWHERE, place: { end: 'bottom' } }
    default:
      return null
  }
}
