'use client'

import { ChevronRight } from 'lucide-react'
import type { Section } from '@/app/_client/react/planHooks'
import { cx } from '@/app/_ui/cx'
import type { Sprint } from '@/domain/sprint/sprint'
import { CreateSprintButton } from '../../../../_sprint/CreateSprintButton'
import { SprintActions } from '../../../../_sprint/SprintActions'
import { shortDay, today } from '../../../../_task/fields/days'
import { useFiltering } from '../../board/filter/useFilter'
import { Figures } from './Figures'
import { useCollapse } from './useCollapse'
import { useSectionName, useSprint } from './useSectionName'

type Props = {
  section: Section
  folded: boolean
  /** What is held would go into it. */
  aimed: boolean
}

/** A section's name, its dates, how much it holds and how far it is. */
export function SectionHead({ section, folded, aimed }: Props) {
  const { id, count, sums } = section
  const name = useSectionName(id)
  const sprint = useSprint(id)
  const collapse = useCollapse()
  const filtering = useFiltering()
  const all = sums.open.tasks + sums.done.tasks
  return (
    <header
      className={cx(
        'sticky top-0 z-3 flex h-11 items-center gap-2 border-b border-line bg-canvas pr-3 pl-1.5 md:pr-4 md:pl-2',
        aimed && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <button
        type="button"
        aria-expanded={!folded}
        aria-label={folded ? `Open ${name}` : `Collapse ${name}`}
        onClick={() => collapse(id, !folded)}
        className="flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-text touch:size-11"
      >
        <ChevronRight
          aria-hidden
          className={cx('size-4 transition-transform', !folded && 'rotate-90')}
        />
      </button>
      <h2 id={`section-${id}`} className="min-w-0 truncate font-medium">
        {name}
      </h2>
      {sprint ? <Dates sprint={sprint} /> : null}
      <span className="shrink-0 text-faint tabular-nums">
        {filtering ? `${count} of ${all}` : all}
        <span className="sr-only"> tasks</span>
      </span>
      <span className="grow" />
      <Figures sums={sums} sprint={sprint} />
      {sprint ? <SprintActions sprintId={sprint.id} /> : <CreateSprintButton size="small" />}
    </header>
  )
}

function Dates({ sprint }: { sprint: Sprint }) {
  const { startDate, endDate, state } = sprint
  const day = today()
  return (
    <span className="hidden shrink-0 items-center gap-2 text-muted sm:flex">
      {state === 'active' ? (
        <span className="rounded-chip bg-accent-soft px-1.5 text-tiny font-medium text-accent-ink">
          Active
        </span>
      ) : null}
      {startDate && endDate ? (
        <span className="tabular-nums" suppressHydrationWarning>
          {shortDay(startDate, day)} – {shortDay(endDate, day)}
        </span>
      ) : null}
    </span>
  )
}
