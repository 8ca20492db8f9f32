import type { Command } from '@/domain/commands'
import type { Conflict, ConflictField } from '@/domain/conflict/conflict'
import { mergeHunks } from '@/domain/conflict/mergeText'
import { isText, plainField } from './words'

/** What a person has put in place of each clashing field. */
export type Edits = Record<string, unknown>

/** Where the editor starts: one's own values, and for texts a merge that holds both sides. */
export function firstEdits(conflict: Conflict): Edits {
  if (conflict.reason === 'status-removed' || conflict.reason === 'transition') return {}
  if (conflict.reason === 'sprint-closed') return { sprint: null }
  return Object.fromEntries(conflict.fields.map((each) => [each.field, firstEdit(each)]))
}

function firstEdit(clash: ConflictField): unknown {
  if (!isText(clash)) return clash.mine
  const [base, theirs, mine] = [clash.base, clash.theirs, clash.mine].map(String)
  return mergeHunks(base ?? '', theirs ?? '', mine ?? '')
    .flatMap((hunk) => ('ok' in hunk ? hunk.ok : [...hunk.clash.theirs, ...hunk.clash.mine]))
    .join('\n')
}

/** The lost command with other values; null where nothing was chosen. */
export function edited({ command }: Conflict, edits: Edits): Command | null {
  switch (command.type) {
    case 'task.edit':
      return { ...command, set: { ...command.set, ...edits } }
    case 'task.move':
    case 'task.create':
      return edits.status
        ? { ...command, statusId: String(edits.status), place: { end: 'top' } }
        : null
    case 'comment.edit':
      return { ...command, body: String(edits[`comment ${command.commentId}`] ?? command.body) }
    case 'worklog.edit':
      return { ...command, set: { ...command.set, ...plain(edits) } }
    case 'task.plan': {
      const sprintId = (edits.sprint ?? null) as string | null
      const place = sprintId === command.sprintId ? command.place : ({ end: 'top' } as const)
      return { ...command, sprintId, place }
    }
    case 'component.edit':
    case 'version.edit':
    case 'sprint.edit':
      return { ...command, set: { ...command.set, ...plain(edits) } }
    case 'sprint.start': {
      const { startDate, endDate } = { ...command, ...plain(edits) }
      return startDate && endDate ? { ...command, startDate, endDate } : null
    }
    case 'version.release':
      return { ...command, ...plain(edits) }
    case 'project.rename':
      return { ...command, name: String(edits.name ?? command.name) }
    default:
      return null
  }
}

/** The values under the bare names of their fields. */
const plain = (edits: Edits) =>
  Object.fromEntries(Object.entries(edits).map(([field, value]) => [plainField(field), value]))
