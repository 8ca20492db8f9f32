import type { ImportedStep } from '@/domain/task/commands'
import { SCALAR_FIELDS, SET_FIELDS, type TaskFieldValues } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'

/** The state of a task at one time of its history: all fields that a step can change. */
export type TaskSnapshot = TaskFieldValues & Pick<Task, 'statusId' | 'sprintId'>
type Field = keyof TaskSnapshot

/** A converted change. Some sets change entry by entry; other fields change as a whole. */
export type ImportedChange =
  | { [F in Field]: { field: F; from: TaskSnapshot[F]; to: TaskSnapshot[F] } }[Field]
  | { field: keyof typeof SINGLE_ENTRY_FIELDS; added: string | null; removed: string | null }

/** Returns the snapshot before a change. */
export function revertChange(snapshot: TaskSnapshot, change: ImportedChange): TaskSnapshot {
  return 'added' in change
    ? replaceSetEntry(snapshot, change.field, change.removed, change.added)
    : { ...snapshot, [change.field]: change.from }
}

/** Returns the snapshot after a change. */
export function applyChange(snapshot: TaskSnapshot, change: ImportedChange): TaskSnapshot {
  return 'added' in change
    ? replaceSetEntry(snapshot, change.field, change.added, change.removed)
    : { ...snapshot, [change.field]: change.to }
}

/** Returns the snapshot with one entry of a set replaced. */
function replaceSetEntry(
  snapshot: TaskSnapshot,
  field: keyof typeof SINGLE_ENTRY_FIELDS,
  added: string | null,
  removed: string | null,
): TaskSnapshot {
  const set = SINGLE_ENTRY_FIELDS[field]
  const next = new Set(snapshot[set])
  if (removed) next.delete(removed)
  if (added) next.add(added)
  return { ...snapshot, [set]: [...next].sort() }
}

/** Sets whose entries a history adds and removes one by one. */
const SINGLE_ENTRY_FIELDS = {
  link: 'links',
  component: 'components',
  fixVersion: 'fixVersions',
  affectedVersion: 'affectedVersions',
} as const

/** Returns the step from one snapshot to the next; null when they are equal. */
export function diffSnapshots(
  before: TaskSnapshot,
  after: TaskSnapshot,
): Omit<ImportedStep, 'at' | 'actor'> | null {
  const set = SCALAR_FIELDS.filter((field) => before[field] !== after[field]).map((field) => [
    field,
    { from: before[field], to: after[field] },
  ])
  const sets = SET_FIELDS.map((field) => {
    const added = after[field].filter((entry) => !before[field].includes(entry))
    const removed = before[field].filter((entry) => !after[field].includes(entry))
    return [field, { added, removed }] as const
  }).filter(([, { added, removed }]) => added.length + removed.length > 0)
  const statusChanged = before.statusId !== after.statusId
  const sprintChanged = before.sprintId !== after.sprintId
  if (set.length + sets.length === 0 && !statusChanged && !sprintChanged) return null
  return {
    ...(set.length > 0 && { set: Object.fromEntries(set) }),
    ...(sets.length > 0 && { sets: Object.fromEntries(sets) }),
    ...(sprintChanged && { sprint: { from: before.sprintId, to: after.sprintId } }),
    ...(statusChanged && { status: { from: before.statusId, to: after.statusId } }),
  }
}
