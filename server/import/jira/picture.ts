import type { ImportedStep } from '@/domain/task/commands'
import { SET_FIELDS, type Task } from '@/domain/task/task'

/** A task at one moment of its history: all that a step can change. */
export type Picture = Pick<
  Task,
  (typeof SCALARS)[number] | (typeof SETS)[number] | 'statusId' | 'sprintId'
>
type Field = keyof Picture

/** One change in our own words. Some sets change one by one; everything else is told whole. */
export type Change =
  | { [F in Field]: { field: F; from: Picture[F]; to: Picture[F] } }[Field]
  | { field: keyof typeof ONE_BY_ONE; added: string | null; removed: string | null }

/** The picture before a change, whatever it shows now. */
export function undo(picture: Picture, change: Change): Picture {
  return 'added' in change
    ? entered(picture, change.field, change.removed, change.added)
    : { ...picture, [change.field]: change.from }
}

/** The picture after a change. */
export function redo(picture: Picture, change: Change): Picture {
  return 'added' in change
    ? entered(picture, change.field, change.added, change.removed)
    : { ...picture, [change.field]: change.to }
}

/** The picture with one entry of a set more, and one less. */
function entered(
  picture: Picture,
  field: keyof typeof ONE_BY_ONE,
  added: string | null,
  removed: string | null,
): Picture {
  const set = ONE_BY_ONE[field]
  const next = new Set(picture[set])
  if (removed) next.delete(removed)
  if (added) next.add(added)
  return { ...picture, [set]: [...next].sort() }
}

/** Sets whose entries a history tells one by one. */
const ONE_BY_ONE = {
  link: 'links',
  component: 'components',
  fixVersion: 'fixVersions',
  affectedVersion: 'affectedVersions',
} as const

const SCALARS = [
  'title',
  'type',
  'priority',
  'estimate',
  'dueDate',
  'reporter',
  'description',
  'parentId',
  'resolution',
  'originalEstimate',
  'remainingEstimate',
] as const
const SETS = SET_FIELDS

/** What leads from one picture to the next, as a step; null when they are the same. */
export function difference(
  before: Picture,
  after: Picture,
): Omit<ImportedStep, 'at' | 'actor'> | null {
  const set = SCALARS.filter((field) => before[field] !== after[field]).map((field) => [
    field,
    { from: before[field], to: after[field] },
  ])
  const sets = SETS.map((field) => {
    const added = after[field].filter((entry) => !before[field].includes(entry))
    const removed = before[field].filter((entry) => !after[field].includes(entry))
    return [field, { added, removed }] as const
  }).filter(([, { added, removed }]) => added.length + removed.length > 0)
  const moved = before.statusId !== after.statusId
  const planned = before.sprintId !== after.sprintId
  if (set.length + sets.length === 0 && !moved && !planned) return null
  return {
    ...(set.length > 0 && { set: Object.fromEntries(set) }),
    ...(sets.length > 0 && { sets: Object.fromEntries(sets) }),
    ...(planned && { sprint: { from: before.sprintId, to: after.sprintId } }),
    ...(moved && { status: { from: before.statusId, to: after.statusId } }),
  }
}
