import type { ComboboxOption } from '@/app/_ui/Combobox'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { LIMITS, PRIORITIES } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import {
  checkTransition,
  type TransitionActor,
  type TransitionTask,
} from '@/domain/workflow/checkTransition'
import { isWithinWipLimit, moveRejection } from './moveRejection'

const STANDARD_POINTS = [0.5, 1, 2, 3, 5, 8, 13, 21]

/**
 * Returns the columns that a task may move to. A column that rejects it is disabled and shows the
 * reason.
 */
export function statusOptions(
  project: Project,
  task: TransitionTask,
  me: TransitionActor,
): ComboboxOption[] {
  return project.statuses
    .filter((status) => !status.removedAt)
    .map((status) => ({
      id: status.id,
      label: status.name,
      icon: <StatusIcon category={status.category} hue={status.color} />,
      disabled: moveRejection(project, task, status, me) !== null,
      hint: isWithinWipLimit(status, task.statusId)
        ? (checkTransition(project, task, status.id, me).shortReason ?? undefined)
        : `full, ${status.taskCount}/${status.wipLimit}`,
    }))
}

export const priorityOptions: ComboboxOption[] = PRIORITIES.toReversed().map((level) => ({
  id: String(level),
  label: priorityNames[level],
  icon: <PriorityIcon level={level} decorative />,
}))

/** Returns the usual estimates, the task's current one, and the typed text when it is a number. */
export function estimateOptions(current: number | null, typed = ''): ComboboxOption[] {
  const text = typed.trim().toLowerCase().replace(',', '.')
  const typedPoints = text === '' ? Number.NaN : Number(text)
  const candidates = [...STANDARD_POINTS, ...(current === null ? [] : [current])]
  if (typedPoints > 0 && typedPoints <= LIMITS.estimate) candidates.push(typedPoints)
  const points = [...new Set(candidates)].sort((a, b) => a - b)
  const options = [
    { id: 'none', label: 'No estimate' },
    ...points.map((point) => ({ id: String(point), label: formatPoints(point) })),
  ]
  return options.filter(({ label }) => label.toLowerCase().startsWith(text))
}

/** Returns "1 point" or "3 points". */
export const formatPoints = (points: number) => `${points} ${points === 1 ? 'point' : 'points'}`
