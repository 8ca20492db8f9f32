import type { MoveChanges } from '@/app/_features/task/moveChanges'
import type { Priority } from '@/domain/kernel/primitives'
import type { Card } from '@/domain/views/board'
import { type Swimlane, swimlaneFieldValue } from '@/domain/views/swimlanes'

/**
 * Returns the changes of a card that is moved into a swimlane: its only assignee, its parent or its
 * priority. Null for a swimlane that accepts no cards.
 */
export function swimlaneChanges(
  { assignees }: Pick<Card, 'assignees'>,
  swimlane: Swimlane,
): MoveChanges | null {
  const field = swimlaneFieldValue(swimlane)
  if (!field) return null
  if (swimlane.groupBy === 'epic') return { parentId: field.id }
  if (swimlane.groupBy === 'priority') return { set: { priority: Number(field.id) as Priority } }
  const people = field.id ? [field.id] : []
  const others = assignees.filter((id) => !people.includes(id))
  return { add: { assignees: people }, remove: { assignees: others } }
}
