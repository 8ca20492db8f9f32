import type { DroppedFields } from '@/domain/task/events'
import { fieldsWith, TASK_FIELDS } from '@/domain/task/fields'

const LISTED_FIELDS = fieldsWith('transfer', 'byName')

/**
 * Returns the fields that a task lost on its move to another project: "the sprint Spring", "the
 * component Web".
 */
export function describeDroppedFields(dropped: DroppedFields): string[] {
  const { parent, sprint } = dropped
  return [
    ...(parent ? ['its place below its parent'] : []),
    ...(sprint ? [`the sprint ${sprint}`] : []),
    ...LISTED_FIELDS.flatMap((field) =>
      (dropped[field] ?? []).map((name) => `the ${TASK_FIELDS[field].noun} ${name}`),
    ),
  ]
}

/** Returns "a", "a and b" or "a, b and c". */
export function joinWithAnd(words: string[]): string {
  const [last = '', ...others] = words.toReversed()
  return others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last
}
