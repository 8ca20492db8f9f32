import type { StatusId } from '@/domain/kernel/primitives'
import type { Project, Status } from '@/domain/project/project'
import {
  checkTransition,
  type TransitionActor,
  type TransitionTask,
} from '@/domain/workflow/checkTransition'

/**
 * Returns true when one more task fits into a column. Tasks already in it may always be reordered.
 */
export function isWithinWipLimit(status: Status, fromStatusId: StatusId): boolean {
  return (
    status.id === fromStatusId || status.wipLimit === null || status.taskCount < status.wipLimit
  )
}

/**
 * Returns a short reason why a column does not accept a task, or null. Required fields are no
 * reason, because they can be filled in during the move.
 */
export function moveRejection(
  project: Project,
  task: TransitionTask,
  status: Status,
  me: TransitionActor,
): { short: string; reason: string } | null {
  if (!isWithinWipLimit(status, task.statusId)) {
    const count = `${status.taskCount} of ${status.wipLimit}`
    return { short: 'Full', reason: `${status.name} is full, ${count}.` }
  }
  const { rejection, shortReason, missingFields } = checkTransition(project, task, status.id, me)
  if (rejection === null || missingFields.length > 0) return null
  return { short: capitalize(shortReason ?? ''), reason: rejection }
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
