'use client'

import { CircleUser, Shapes, Tag } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { onDemand } from '@/app/_ui/onDemand'
import { Pick, type PickOption } from '@/app/_ui/Pick'
import type { TaskType } from '@/domain/words'
import { labelOption } from '../../../../_task/fields/label-option'
import { personOptions } from '../../../../_task/fields/person-options'
import { typeOptions } from '../../../../_task/fields/type-options'
import { useKnownLabels } from '../../../../_task/fields/useKnownLabels'
import { LanesPick } from './LanesPick'
import { useFilter } from './useFilter'

const SprintPick = onDemand(() => import('./SprintPick').then((part) => part.SprintPick))

/** By person, by label, by type: any of those picked; `lanes`: and what the rows go by. */
export function FilterPicks({ lanes }: { lanes: boolean }) {
  const [filter, setFilter] = useFilter()
  const { people = [], labels = [], types = [] } = filter
  const everybody = usePeople()
  const hasSprints = useProject().sprints.some((each) => each.state !== 'closed' && !each.removedAt)
  const known = useKnownLabels()
  const allLabels = [...new Set([...known, ...labels])].sort()
  return (
    <>
      {lanes ? <LanesPick /> : null}
      {hasSprints || filter.sprint ? <SprintPick /> : null}
      <FilterPick
        label="Person"
        icon={<CircleUser />}
        options={[{ id: 'none', label: 'Nobody' }, ...personOptions(everybody)]}
        value={people}
        onPick={(ids) => setFilter({ ...filter, people: ids })}
      />
      <FilterPick
        label="Label"
        icon={<Tag />}
        options={allLabels.map(labelOption)}
        value={labels}
        onPick={(ids) => setFilter({ ...filter, labels: ids })}
        onCreate={(label) => setFilter({ ...filter, labels: [...labels, label] })}
      />
      <FilterPick
        label="Type"
        icon={<Shapes />}
        options={typeOptions}
        value={types}
        onPick={(ids) => setFilter({ ...filter, types: ids as TaskType[] })}
      />
    </>
  )
}

type Props = {
  label: string
  icon: ReactNode
  options: PickOption[]
  value: string[]
  onPick: (ids: string[]) => void
  onCreate?: (text: string) => void
}

function FilterPick({ label, icon, options, value, onPick, onCreate }: Props): ReactElement {
  const used = value.length > 0
  return (
    <Pick
      many
      label={label}
      options={options}
      value={value}
      onPick={onPick}
      onCreate={onCreate}
      trigger={
        <button
          type="button"
          aria-label={
            used ? `${label}: ${value.length} picked` : `Filter by ${label.toLowerCase()}`
          }
          data-tip={`Filter by ${label.toLowerCase()}`}
          className={cx(
            'flex h-control items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4',
            used
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className={used ? undefined : 'xl:inline md:hidden'}>{label}</span>
          {used ? <span className="tabular-nums">{value.length}</span> : null}
        </button>
      }
    />
  )
}
