import type { PickOption } from '@/app/_ui/Pick'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Project } from '@/domain/project/project'
import { type Mover, type Moving, mayMove } from '@/domain/task/mayMove'
import { LIMITS, PRIORITIES } from '@/domain/words'
import { refusalOf, takes } from './takes'

const POINTS = [0.5, 1, 2, 3, 5, 8, 13, 21]

/** The columns a task may go to; one that does not take it says why and cannot be picked. */
export function statusOptions(project: Project, task: Moving, me: Mover): PickOption[] {
  return project.statuses
    .filter((status) => !status.removedAt)
    .map((status) => ({
      id: status.id,
      label: status.name,
      icon: <StatusRing category={status.category} hue={status.color} />,
      disabled: refusalOf(project, task, status, me) !== null,
      hint: takes(status, task.statusId)
        ? (mayMove(project, task, status.id, me).brief ?? undefined)
        : `full, ${status.taskCount}/${status.wipLimit}`,
    }))
}

export const priorityOptions: PickOption[] = PRIORITIES.toReversed().map((level) => ({
  id: String(level),
  label: priorityNames[level],
  icon: <PriorityBars level={level} decorative />,
}))

/** The usual points, what the task has now, and what has been typed where that is a number. */
export function estimateOptions(now: number | null, typed = ''): PickOption[] {
  const text = typed.trim().toLowerCase().replace(',', '.')
  const own = text === '' ? Number.NaN : Number(text)
  const all = [...POINTS, ...(now === null ? [] : [now])]
  if (own > 0 && own <= LIMITS.estimate) all.push(own)
  const points = [...new Set(all)].sort((a, b) => a - b)
  const options = [
    { id: 'none', label: 'No estimate' },
    ...points.map((point) => ({ id: String(point), label: inPoints(point) })),
  ]
  return options.filter(({ label }) => label.toLowerCase().startsWith(text))
}

/** "1 point", "3 points". */
export const inPoints = (points: number) => `${points} ${points === 1 ? 'point' : 'points'}`
