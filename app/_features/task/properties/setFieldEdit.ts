import type { CommandDraft } from '@/app/_replica/replicaTypes'
import type { Id } from '@/domain/kernel/primitives'
import type { SetField } from '@/domain/task/fields'

/**
 * Returns the edit that changes a set field to the picked values. Contains only real differences.
 */
export function setFieldEdit(
  taskId: Id,
  field: SetField,
  before: string[],
  after: string[],
): CommandDraft {
  const added = after.filter((entry) => !before.includes(entry))
  const removed = before.filter((entry) => !after.includes(entry))
  return {
    type: 'task.edit',
    taskId,
    ...(added.length > 0 && { add: { [field]: added } }),
    ...(removed.length > 0 && { remove: { [field]: removed } }),
  }
}
