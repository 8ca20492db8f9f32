import { type Id, type Instant, PLANNABLE_TYPES, type TaskType } from '@/domain/kernel/primitives'
import type { ImportedHistoryEntry } from './reconstructHistory'
import type { SourceIssue } from './sourceIssue'
import type { ImportTarget } from './valueMapper'

/**
 * Infers an issue's sprint changes when its history has none: it was in the first sprint from its
 * creation, and in the next one from the completion of the one before.
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

/** Returns the time, but not before the issue's creation, because clocks may have been wrong. */
export function notBeforeCreation({ created }: SourceIssue, at: Instant): Instant {
  return at < created ? created : at
}
