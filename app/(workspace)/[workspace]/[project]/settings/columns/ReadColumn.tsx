import { StatusRing } from '@/app/_ui/StatusRing'
import type { Status } from '@/domain/project/project'
import { categories, tasks } from './words'

/** A column for those who may not change it. */
export function ReadColumn({ status }: { status: Status }) {
  const { name, category, color, wipLimit, taskCount } = status
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 py-1.5">
      <StatusRing category={category} hue={color} />
      <span className="min-w-0 grow font-medium wrap-anywhere">{name}</span>
      <span className="text-muted">{categories[category].name}</span>
      <span className="text-muted tabular-nums">
        {tasks(taskCount)}
        {wipLimit === null ? '' : `, at most ${wipLimit}`}
      </span>
    </li>
  )
}
