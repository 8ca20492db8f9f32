'use client'

import { IterationCw } from 'lucide-react'
import { useProject } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'
import { useBoardFilter } from '../useBoardFilter'

const ALL_TASKS = 'all'

/** Filters the board by sprint. Lists active sprints first, then planned ones. */
export function SprintFilterPicker() {
  const [{ sprint }, changeFilter] = useBoardFilter()
  const openSprints = useProject().sprints.filter(
    (each) => each.state !== 'closed' && !each.removedAt,
  )
  const options = [
    { id: ALL_TASKS, label: 'All tasks' },
    ...openSprints
      .toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'active' ? -1 : 1))
      .map(({ id, name, state }) => ({ id, label: name, hint: state === 'active' ? 'runs' : '' })),
  ]
  const name = openSprints.find((each) => each.id === sprint)?.name ?? 'Sprint'
  return (
    <Combobox
      label="Sprint"
      options={options}
      value={sprint ?? ALL_TASKS}
      onSelect={(id) =>
        changeFilter((current) => ({ ...current, sprint: id === ALL_TASKS ? undefined : id }))
      }
      trigger={
        <button
          type="button"
          aria-label={sprint ? `Sprint: ${name}` : 'Narrow to a sprint'}
          data-tooltip="Narrow to a sprint"
          className={cx(
            'flex h-control min-w-0 items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4',
            sprint
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          <IterationCw />
          <span className={cx('max-w-32 truncate', !sprint && 'xl:inline md:hidden')}>
            {sprint ? name : 'Sprint'}
          </span>
        </button>
      }
    />
  )
}
