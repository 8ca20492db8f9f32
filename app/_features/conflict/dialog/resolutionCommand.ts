import type { Command } from '@/domain/commands'
import type { Conflict, ConflictField } from '@/domain/conflict/conflict'
import { mergeHunks } from '@/domain/conflict/mergeText'
import { bareFieldName, isTextConflict } from '../conflictLabels'

/** The user's new value for each conflicting field. */
export type ResolutionEdits = Record<string, unknown>

/**
 * Returns the initial values of the editor: the user's own values, and for texts a merge of both
 * sides.
 */
export function initialEdits(conflict: Conflict): ResolutionEdits {
  if (conflict.reason === 'status-removed' || conflict.reason === 'transition') return {}
  if (conflict.reason === 'sprint-closed') return { sprint: null }
  return Object.fromEntries(conflict.fields.map((each) => [each.field, initialEdit(each)]))
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

/** Returns the rejected command with other values; null when nothing was chosen. */
export function resolutionCommand({ command }: Conflict, edits: ResolutionEdits): Command | null {
  switch (command.type) {
    case 'task.edit':
      return { ...command, set: { ...command.set, ...edits } }
    case 'task.move':
    case 'task.create':
      return edits.status
        ? { ...command, statusId: String(edits.status), position: { end: 'top' } }
        : null
    case 'comment.edit':
      return { ...command, body: String(edits[`comment ${command.commentId}`] ?? command.body) }
    case 'worklog.edit':
      return { ...command, set: { ...command.set, ...withBareFieldNames(edits) } }
    case 'task.plan': {
      const sprintId = (edits.sprint ?? null) as string | null
      const position = sprintId === command.sprintId ? command.position : ({ end: 'top' } as const)
      return { ...command, sprintId, position }
    }
    case 'component.edit':
    case 'version.edit':
    case 'sprint.edit':
      return { ...command, set: { ...command.set, ...withBareFieldNames(edits) } }
    case 'sprint.start': {
      const { startDate, endDate } = { ...command, ...withBareFieldNames(edits) }
      return startDate && endDate ? { ...command, startDate, endDate } : null
    }
    case 'version.release':
      return { ...command, ...withBareFieldNames(edits) }
    case 'project.rename':
      return { ...command, name: String(edits.name ?? command.name) }
    default:
      return null
  }
}

/** Returns the values by the bare names of their fields. */
const withBareFieldNames = (edits: ResolutionEdits) =>
  Object.fromEntries(Object.entries(edits).map(([field, value]) => [bareFieldName(field), value]))
