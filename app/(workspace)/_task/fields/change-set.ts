import type { Draft } from '@/app/_client/store/types'
import type { SetField } from '@/domain/task/task'
import type { Id } from '@/domain/words'

/** The edit that takes a set from what it was to what was picked: only what really differs. */
export function changeSet(taskId: Id, field: SetField, before: string[], after: string[]): Draft {
  const added = after.filter((entry) => !before.includes(entry))
  const gone = before.filter((entry) => !after.includes(entry))
  return {
    type: 'task.edit',
    taskId,
    ...(added.length > 0 && { add: { [field]: added } }),
    ...(gone.length > 0 && { remove: { [field]: gone } }),
  }
}
