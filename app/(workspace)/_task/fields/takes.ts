import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'

/** Whether one more task fits into a column; those that are in it may always be reordered. */
export function takes(status: Status, from: StatusId): boolean {
  return status.id === from || status.wipLimit === null || status.taskCount < status.wipLimit
}
