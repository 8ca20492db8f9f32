import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'

/** Whether one more task fits into a column; those that are in it may always be reordered. */
export function takes(status: Status, from: StatusId): boolean {
  return status.id === from || status.wipLimit === null || status.taskCount < status.wipLimit
}

/** How a column stands to its limit. */
export function fill(status: Status): 'free' | 'full' | 'over' {
  const { wipLimit, taskCount } = status
  if (wipLimit === null || taskCount < wipLimit) return 'free'
  return taskCount === wipLimit ? 'full' : 'over'
}
