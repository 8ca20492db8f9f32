'use client'

import { ChevronRight } from 'lucide-react'
import { useIsFiltered } from '@/app/_features/board/useBoardFilter'
import { CreateSprintButton } from '@/app/_features/sprint/CreateSprintButton'
import { SprintActions } from '@/app/_features/sprint/SprintActions'
import type { BacklogSection } from '@/app/_replica/react/backlogHooks'
import { cx } from '@/app/_ui/cx'
import { formatShortDate, localToday } from '@/app/_ui/localDate'
import type { Sprint } from '@/domain/sprint/sprint'
import { SectionTotals } from './SectionTotals'
import { useCollapseSection } from './useCollapseSection'
import { useSectionName, useSectionSprint } from './useSectionName'

type Props = {
  section: BacklogSection
  isCollapsed: boolean
  /** True while tasks are dragged over the section. */
  isDropTarget: boolean
}

/** A section's name, dates, totals and progress. */
export function SectionHeader({ section, isCollapsed, isDropTarget }: Props) {
  const { id, count, sums } = section
  const name = useSectionName(id)
  const sprint = useSectionSprint(id)
  const setCollapsed = useCollapseSection()
  const isFiltered = useIsFiltered()
  const total = sums.open.tasks + sums.done.tasks
  return (
    <header
      className={cx(
        'sticky top-0 z-3 flex h-11 items-center gap-2 border-b border-line bg-canvas pr-3 pl-1.5 md:pr-4 md:pl-2',
        isDropTarget && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <button
        type="button"
        aria-expanded={!isCollapsed}
        aria-label={isCollapsed ? `Open ${name}` : `Collapse ${name}`}
        onClick={() => setCollapsed(id, !isCollapsed)}
        className="flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-text touch:size-11"
      >
        <ChevronRight
          aria-hidden
          className={cx('size-4 transition-transform', !isCollapsed && 'rotate-90')}
        />
      </button>
      <h2 id={`section-${id}`} className="min-w-0 truncate font-medium">
        {name}
      </h2>
      {sprint ? <SprintDates sprint={sprint} /> : null}
      <span className="shrink-0 text-faint tabular-nums">
        {isFiltered ? `${count} of ${total}` : total}
        <span className="sr-only"> tasks</span>
      </span>
      <span className="grow" />
      <SectionTotals totals={sums} sprint={sprint} />
      {sprint ? <SprintActions sprintId={sprint.id} /> : <CreateSprintButton size="small" />}
    </header>
  )
}

function SprintDates({ sprint }: { sprint: Sprint }) {
  const { startDate, endDate, state } = sprint
  const day = localToday()
  return (
    <span className="hidden shrink-0 items-center gap-2 text-muted sm:flex">
      {state === 'active' ? (
        <span className="rounded-chip bg-accent-soft px-1.5 text-xs font-medium text-accent-ink">
          Active
        </span>
      ) : null}
      {startDate && endDate ? (
        <span className="tabular-nums" suppressHydrationWarning>
          {formatShortDate(startDate, day)} – {formatShortDate(endDate, day)}
        </span>
      ) : null}
    </span>
  )
}
