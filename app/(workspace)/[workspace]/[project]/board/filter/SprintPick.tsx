'use client'

import { IterationCw } from 'lucide-react'
import { useProject } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { Pick } from '@/app/_ui/Pick'
import { useFilter } from './useFilter'

const ALL = 'all'

/** Narrows the board to a sprint: those that run first, then those that are planned. */
export function SprintPick() {
  const [filter, setFilter] = useFilter()
  const open = useProject().sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const { sprint } = filter
  const options = [
    { id: ALL, label: 'All tasks' },
    ...open
      .toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'active' ? -1 : 1))
      .map(({ id, name, state }) => ({ id, label: name, hint: state === 'active' ? 'runs' : '' })),
  ]
  const name = open.find((each) => each.id === sprint)?.name ?? 'Sprint'
  return (
    <Pick
      label="Sprint"
      options={options}
      value={sprint ?? ALL}
      onPick={(id) => setFilter({ ...filter, sprint: id === ALL ? undefined : id })}
      trigger={
        <button
          type="button"
          aria-label={sprint ? `Sprint: ${name}` : 'Narrow to a sprint'}
          data-tip="Narrow to a sprint"
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
