import { type Id, type Instant, PLANNABLE_TYPES, type TaskType } from '@/domain/kernel/primitives'
import type { ImportedHistoryEntry } from './reconstructHistory'
import type { SourceIssue } from './sourceIssue'
import type { ImportTarget } from './valueMapper'

/**
 * How an issue went through its sprints, where its history does not tell: it was in the first from
 * its beginning, and in the next from when the one before it was completed.
 */
export function inferSprintChanges(
  issue: SourceIssue,
  { sprintIds }: ImportTarget,
  type: TaskType,
  unknownActor: () => Id,
): ImportedHistoryEntry[] {
  if (!PLANNABLE_TYPES.includes(type) || hasSprintHistory(issue)) return []
  return issue.sprints.flatMap((sprint, i) => {
    const previous = issue.sprints[i - 1]
    if (!previous?.completedAt) return []
    const [from, to] = [sprintIds.get(previous.id) ?? null, sprintIds.get(sprint.id) ?? null]
    const at = notBeforeCreation(issue, previous.completedAt)
    return [{ at, actor: unknownActor(), changes: [{ field: 'sprintId', from, to } as const] }]
  })
}

function hasSprintHistory({ histories }: SourceIssue): boolean {
  return histories.some(({ changes }) => changes.some(({ field }) => field === 'Sprint'))
}

/** Nothing happens to a task before it exists, whatever the clocks said. */
export function notBeforeCreation({ created }: SourceIssue, at: Instant): Instant {
  return at < created ? created : at
}
