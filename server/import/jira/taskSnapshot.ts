import type { ImportedStep } from '@/domain/task/commands'
import { SCALAR_FIELDS, SET_FIELDS, type TaskFieldValues } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'

/** A task at one moment of its history: all that a step can change. */
export type TaskSnapshot = TaskFieldValues & Pick<Task, 'statusId' | 'sprintId'>
type Field = keyof TaskSnapshot

/** One change in our own words. Some sets change one by one; everything else is told whole. */
export type ImportedChange =
  | { [F in Field]: { field: F; from: TaskSnapshot[F]; to: TaskSnapshot[F] } }[Field]
  | { field: keyof typeof SINGLE_ENTRY_FIELDS; added: string | null; removed: string | null }

/** The picture before a change, whatever it shows now. */
export function revertChange(snapshot: TaskSnapshot, change: ImportedChange): TaskSnapshot {
  return 'added' in change
    ? replaceSetEntry(snapshot, change.field, change.removed, change.added)
    : { ...snapshot, [change.field]: change.from }
}

/** The picture after a change. */
export function applyChange(snapshot: TaskSnapshot, change: ImportedChange): TaskSnapshot {
  return 'added' in change
    ? replaceSetEntry(snapshot, change.field, change.added, change.removed)
    : { ...snapshot, [change.field]: change.to }
}

/** The picture with one entry of a set more, and one less. */
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

/** Sets whose entries a history tells one by one. */
const SINGLE_ENTRY_FIELDS = {
  link: 'links',
  component: 'components',
  fixVersion: 'fixVersions',
  affectedVersion: 'affectedVersions',
} as const

/** What leads from one picture to the next, as a step; null when they are the same. */
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
