import type { Command } from '@/domain/commands'
import type { Conflict, ConflictField } from '@/domain/conflict/conflict'
import { type EditableCommandType, isEditableCommand } from '@/domain/conflict/editableCommands'
import { mergeHunks } from '@/domain/conflict/mergeText'
import { assertNever } from '@/domain/kernel/assertNever'
import type { Id, LocalDate, StatusId } from '@/domain/kernel/primitives'
import { fieldsWith, isSetField } from '@/domain/task/fields'
import { bareFieldName, isTextConflict } from '../conflictLabels'

/** The replacement values that a person entered, by conflicting field. */
export type ResolutionEdits = Record<string, unknown>

const FIELDS_OF_TASK: readonly string[] = fieldsWith('editedBy', 'task.edit').filter(
  (field) => !isSetField(field),
)

/** The fields with an editor, by command. All other fields keep the user's own values. */
const EDITABLE_FIELDS = {
  'task.create': ['status'],
  'task.edit': FIELDS_OF_TASK,
  'task.move': ['status', ...FIELDS_OF_TASK],
  'task.plan': ['sprint'],
  'comment.edit': ['comment'],
  'worklog.edit': ['seconds', 'startedAt', 'note'],
  'component.edit': ['name'],
  'version.edit': ['name', 'releaseDate'],
  'version.release': ['releaseDate'],
  'project.rename': ['name'],
  'sprint.edit': ['name', 'goal', 'startDate', 'endDate'],
  'sprint.start': ['startDate', 'endDate'],
} satisfies Record<EditableCommandType, readonly string[]>

/** Returns the fields of a conflict that a person can edit; empty when there are none. */
export function editableFieldsOf({ reason, fields, command }: Conflict): string[] {
  if (!isEditableCommand(command)) return []
  const editable: readonly string[] = EDITABLE_FIELDS[command.type]
  const withEditor = (names: string[]) =>
    names.filter((name) => editable.includes(editorName(name)))
  switch (reason) {
    case 'changed':
      return withEditor(fields.map((each) => each.field))
    case 'transition':
    case 'status-removed':
      return withEditor(['status'])
    case 'sprint-closed':
      return withEditor(['sprint'])
    case 'archived':
    case 'deleted':
    case 'rights':
      return []
    default:
      return assertNever(reason, [])
  }
}

const editorName = (field: string) =>
  field.startsWith('comment ') ? 'comment' : bareFieldName(field)

/**
 * Returns the initial values of the editors: the user's own values, and for texts a merge of both
 * sides.
 */
export function initialEdits(conflict: Conflict): ResolutionEdits {
  const edits = editableFieldsOf(conflict).map((field) => {
    const conflictField = conflict.fields.find((each) => each.field === field)
    return [field, conflictField ? initialEdit(conflictField) : null]
  })
  return Object.fromEntries(edits)
}

function initialEdit(conflictField: ConflictField): unknown {
  if (!isTextConflict(conflictField)) return conflictField.mine
  const [base, theirs, mine] = [conflictField.base, conflictField.theirs, conflictField.mine].map(
    String,
  )
  return mergeHunks(base ?? '', theirs ?? '', mine ?? '')
    .flatMap((hunk) => ('ok' in hunk ? hunk.ok : [...hunk.conflict.theirs, ...hunk.conflict.mine]))
    .join('\n')
}

/** Returns the lost command with the edited values; null while a required value is missing. */
export function resolutionCommand({ command }: Conflict, edits: ResolutionEdits): Command | null {
  const values = Object.fromEntries(
    Object.entries(edits).map(([field, value]) => [editorName(field), value]),
  )
  if (!isEditableCommand(command) || !isComplete(values)) return null
  switch (command.type) {
    case 'task.edit':
    case 'worklog.edit':
    case 'component.edit':
    case 'version.edit':
    case 'sprint.edit':
      return withValues(command, values)
    case 'task.move': {
      const { status = command.statusId, ...set } = values
      const moved = withStatus(command, status as StatusId)
      return Object.keys(set).length > 0 ? withValues(moved, set) : moved
    }
    case 'task.create':
      return withStatus(command, values.status as StatusId)
    case 'task.plan': {
      const sprintId = (values.sprint ?? null) as Id | null
      const position = sprintId === command.sprintId ? command.position : ({ end: 'top' } as const)
      return { ...command, sprintId, position }
    }
    case 'comment.edit':
      return { ...command, body: String(values.comment) }
    case 'sprint.start':
      return values.startDate === null || values.endDate === null
        ? null
        : { ...command, ...(values as { startDate?: LocalDate; endDate?: LocalDate }) }
    case 'version.release':
      return values.releaseDate
        ? { ...command, releaseDate: values.releaseDate as LocalDate }
        : null
    case 'project.rename':
      return { ...command, name: String(values.name) }
    default:
      return command satisfies never
  }
}

/** Returns the command with other values in its patch. */
const withValues = <C extends { set?: object }>(command: C, values: object): C => ({
  ...command,
  set: { ...command.set, ...values },
})

/**
 * Returns the command with another status, at the top: its neighbours are in the original status.
 */
function withStatus<C extends Extract<Command, { type: 'task.move' | 'task.create' }>>(
  command: C,
  statusId: StatusId,
): C {
  return statusId === command.statusId
    ? command
    : { ...command, statusId, position: { end: 'top' } }
}

const NEVER_EMPTY = ['title', 'name', 'comment', 'status', 'seconds']

/** Returns true when every field that cannot be empty has a value. */
const isComplete = (values: Record<string, unknown>): boolean =>
  NEVER_EMPTY.every((field) => !(field in values) || String(values[field] || '').trim() !== '')
