import type { Command, CommandOf, Envelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
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
  conflicts: Set<Id>
  /** Statuses whose tasks all move. */
  columns: Set<StatusId>
  /** By command id. */
  places: Map<Id, Wanted>
  people: Set<Id>
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
    conflicts: new Set(),
    columns: new Set(),
    places: new Map(),
    people: new Set(),
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
  if ('taskId' in command) {
    since(needs, command.taskId, 'baseVersion' in command ? command.baseVersion : null)
  } else if ('baseVersion' in command && command.type !== 'conflict.resolve') {
    needs.projectSince = Math.min(
      needs.projectSince ?? Number.MAX_SAFE_INTEGER,
      command.baseVersion,
    )
  }
  if ('commentId' in command) needs.comments.add(command.commentId)
  const place = placeOf(command)
  if (place) needs.places.set(commandId, place)
  switch (command.type) {
    case 'task.create':
      for (const id of command.assignees ?? []) needs.people.add(id)
      break
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
    case 'status.remove':
      needs.columns.add(command.statusId)
      break
    case 'conflict.resolve': {
      needs.conflicts.add(command.conflictId)
      const lost = conflicts.get(command.conflictId)
      if (lost) decideAgain(needs, commandId, command, lost, conflicts)
    }
  }
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
  const again = { ...chosen, baseVersion } as Command
  if (again.type !== 'conflict.resolve') add(needs, commandId, again, conflicts)
  if (lost.taskId && !needs.places.has(commandId)) {
    needs.places.set(commandId, { taskId: lost.taskId, statusId: ANYWHERE, place: {} })
  }
}

function since(needs: Needs, taskId: Id, baseVersion: number | null): void {
  const known = needs.tasks.get(taskId) ?? Number.MAX_SAFE_INTEGER
  needs.tasks.set(taskId, Math.min(known, baseVersion ?? Number.MAX_SAFE_INTEGER))
}

/** Where the command wants a task to stand. */
function placeOf(command: Command): Wanted | null {
  switch (command.type) {
    case 'task.create':
    case 'task.move':
      return { taskId: command.taskId, statusId: command.statusId, place: command.place }
    case 'task.restore': {
      // Without a status the task returns to its own, which only its row knows.
      const statusId = command.statusId ?? ANYWHERE
      return { taskId: command.taskId, statusId, place: command.place ?? {} }
    }
    case 'status.remove':
      return { taskId: '', statusId: command.moveTo, place: { end: 'bottom' } }
    case 'task.import':
      return { taskId: command.taskId, statusId: ANYWHERE, place: { end: 'bottom' } }
    default:
      return null
  }
}
