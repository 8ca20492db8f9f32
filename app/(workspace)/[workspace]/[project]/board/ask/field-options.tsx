import type { PickOption } from '@/app/_ui/Pick'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Status } from '@/domain/project/project'
import { PRIORITIES, type StatusId } from '@/domain/words'
import { takes } from '../column/limit'

const POINTS = [0.5, 1, 2, 3, 5, 8, 13, 21]

/** The columns a task may go to; a full one is named but cannot be picked. */
export function statusOptions(statuses: readonly Status[], now: StatusId): PickOption[] {
  return statuses
    .filter((status) => !status.removedAt)
    .map((status) => ({
      id: status.id,
      label: status.name,
      icon: <StatusRing category={status.category} hue={status.color} />,
      disabled: !takes(status, now),
      hint: takes(status, now) ? undefined : `full, ${status.taskCount}/${status.wipLimit}`,
    }))
}

export const priorityOptions: PickOption[] = PRIORITIES.toReversed().map((level) => ({
  id: String(level),
  label: priorityNames[level],
  icon: <PriorityBars level={level} decorative />,
}))

/** The usual points, and what the task has now. */
export function estimateOptions(now: number | null): PickOption[] {
  const points = [...new Set([...POINTS, ...(now === null ? [] : [now])])].sort((a, b) => a - b)
  return [
    { id: 'none', label: 'No estimate' },
    ...points.map((point) => ({
      id: String(point),
      label: `${point} ${point === 1 ? 'point' : 'points'}`,
    })),
  ]
}
