'use client'

import { useProject } from '@/app/_client/react/hooks'
import { NearLink } from '@/app/_ui/NearLink'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { CountedSprint } from '@/domain/sprint/figures'
import type { Category } from '@/domain/words'
import { addresses } from '../../../_frame/addresses'
import { useWorkspace } from '../../../_frame/workspace'
import { SprintActions } from '../../../_sprint/SprintActions'
import { dateWords, rounded } from '../../../_sprint/sprint-words'
import { today } from '../../../_task/fields/days'

const looks = {
  planned: { category: 'todo', hue: 'slate' },
  active: { category: 'in_progress', hue: 'amber' },
  closed: { category: 'done', hue: 'teal' },
} as const satisfies Record<string, { category: Category; hue: string }>

/** One sprint: its name and goal, dates, how much of it is done, and what can be done with it. */
export function SprintRow({ sprint }: { sprint: CountedSprint }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const { id, name, goal, state } = sprint
  const { category, hue } = looks[state]
  const dates = dateWords(sprint, today())
  const href =
    state === 'closed' ? addresses.sprint(slug, key, id) : addresses.sprintBoard(slug, key, id)
  return (
    <li
      aria-label={name}
      className="flex flex-col gap-x-4 gap-y-1 py-2 sm:min-h-12 sm:flex-row sm:items-center"
    >
      <div className="flex min-w-0 grow items-start gap-2">
        <span className="mt-0.5 flex shrink-0">
          <StatusRing category={category} hue={hue} />
        </span>
        <div className="min-w-0">
          <NearLink
            href={href}
            className="font-medium underline-offset-3 hover:underline focus-visible:underline"
          >
            {name}
          </NearLink>
          {goal ? <p className="truncate text-muted">{goal}</p> : null}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pl-6 sm:flex-nowrap sm:pl-0">
        <span className="flex flex-wrap gap-x-4 sm:contents">
          <span
            className="shrink-0 text-muted tabular-nums sm:w-40 sm:text-right"
            suppressHydrationWarning
          >
            {dates ?? 'no dates'}
          </span>
          <span className="shrink-0 text-muted tabular-nums sm:w-40 sm:text-right">
            {howFar(sprint)}
          </span>
        </span>
        <span className="flex shrink-0 justify-end sm:w-40">
          <SprintActions sprintId={id} sprint={sprint} />
        </span>
      </div>
    </li>
  )
}

/** "5 of 12 done, 13/34 pt"; of a completed sprint only what was done. */
function howFar({ state, all, done }: CountedSprint): string {
  if (all.tasks === 0) return 'no tasks'
  const points = rounded(all.points)
  if (state === 'closed')
    return `${done.tasks} done${points > 0 ? `, ${rounded(done.points)} pt` : ''}`
  return `${done.tasks} of ${all.tasks} done${points > 0 ? `, ${rounded(done.points)}/${points} pt` : ''}`
}
