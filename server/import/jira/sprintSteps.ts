import { type Id, type Moment, PLANNED_TYPES, type TaskType } from '@/domain/words'
import type { Target } from './context'
import type { Entry } from './rewind'
import type { SourceIssue } from './source'

/**
 * How an issue went through its sprints, where its history does not tell: it was in the first from
 * its beginning, and in the next from when the one before it was completed.
 */
export function sprintSteps(
  issue: SourceIssue,
  { sprintIds }: Target,
  type: TaskType,
  nobody: () => Id,
): Entry[] {
  if (!PLANNED_TYPES.includes(type) || tellsOfSprints(issue)) return []
  return issue.sprints.flatMap((sprint, i) => {
    const before = issue.sprints[i - 1]
    if (!before?.completedAt) return []
    const [from, to] = [sprintIds.get(before.id) ?? null, sprintIds.get(sprint.id) ?? null]
    const at = notBefore(issue, before.completedAt)
    return [{ at, actor: nobody(), changes: [{ field: 'sprintId', from, to } as const] }]
  })
}

function tellsOfSprints({ histories }: SourceIssue): boolean {
  return histories.some(({ changes }) => changes.some(({ field }) => field === 'Sprint'))
}

/** Nothing happens to a task before it exists, whatever the clocks said. */
export function notBefore({ created }: SourceIssue, at: Moment): Moment {
  return at < created ? created : at
}
