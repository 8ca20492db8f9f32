import { CATEGORY_LABELS, formatTaskCount } from '@/app/_features/workflow/categoryLabels'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Status } from '@/domain/project/project'

/** A column for people who may not change it. */
export function ReadOnlyColumnRow({ status }: { status: Status }) {
  const { name, category, color, wipLimit, taskCount } = status
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 py-1.5">
      <StatusIcon category={category} hue={color} />
      <span className="min-w-0 grow font-medium wrap-anywhere">{name}</span>
      <span className="text-muted">{CATEGORY_LABELS[category].name}</span>
      <span className="text-muted tabular-nums">
        {formatTaskCount(taskCount)}
        {wipLimit === null ? '' : `, at most ${wipLimit}`}
      </span>
    </li>
  )
}
