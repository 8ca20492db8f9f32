import type { Status } from '@/domain/project/project'

/** How a column stands to its limit. */
export function fill(status: Status): 'free' | 'full' | 'over' {
  const { wipLimit, taskCount } = status
  if (wipLimit === null || taskCount < wipLimit) return 'free'
  return taskCount === wipLimit ? 'full' : 'over'
}
