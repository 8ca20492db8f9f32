import type { Status } from '@/domain/project/project'

/** Compares a column's task count with its WIP limit. */
export function wipLevel(status: Status): 'below' | 'at' | 'over' {
  const { wipLimit, taskCount } = status
  if (wipLimit === null || taskCount < wipLimit) return 'below'
  return taskCount === wipLimit ? 'at' : 'over'
}
