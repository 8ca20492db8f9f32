'use client'

import { CircleUser, Shapes, Tag } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { labelOption } from '@/app/_features/task/labelOption'
import { personOptions } from '@/app/_features/task/personOptions'
import { taskTypeOptions } from '@/app/_features/task/taskTypeOptions'
import { useLoadedLabels } from '@/app/_features/task/useLoadedLabels'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { Combobox, type ComboboxOption } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import type { TaskType } from '@/domain/kernel/primitives'
import { useBoardFilter } from '../useBoardFilter'
import { SwimlanePicker } from './SwimlanePicker'

const SprintFilterPicker = lazyComponent(() =>
  import('./SprintFilterPicker').then((module) => module.SprintFilterPicker),
)

/** By person, by label, by type: any of those picked; with `hasSwimlanes` also the swimlane grouping. */
export function BoardFilterPickers({ hasSwimlanes }: { hasSwimlanes: boolean }) {
  const [filter, setFilter] = useBoardFilter()
  const { people = [], labels = [], types = [] } = filter
  const allPeople = usePeople()
  const hasSprints = useProject().sprints.some((each) => each.state !== 'closed' && !each.removedAt)
  const knownLabels = useLoadedLabels()
  const allLabels = [...new Set([...knownLabels, ...labels])].sort()
  return (
    <>
      {hasSwimlanes ? <SwimlanePicker /> : null}
      {hasSprints || filter.sprint ? <SprintFilterPicker /> : null}
      <FilterPicker
        label="Person"
        icon={<CircleUser />}
        options={[{ id: 'none', label: 'Nobody' }, ...personOptions(allPeople)]}
        value={people}
        onPick={(ids) => setFilter({ ...filter, people: ids })}
      />
      <FilterPicker
        label="Label"
        icon={<Tag />}
        options={allLabels.map(labelOption)}
        value={labels}
        onPick={(ids) => setFilter({ ...filter, labels: ids })}
        onCreate={(label) => setFilter({ ...filter, labels: [...labels, label] })}
      />
      <FilterPicker
        label="Type"
        icon={<Shapes />}
        options={taskTypeOptions}
        value={types}
        onPick={(ids) => setFilter({ ...filter, types: ids as TaskType[] })}
      />
    </>
  )
}

type Props = {
  label: string
  icon: ReactNode
  options: ComboboxOption[]
  value: string[]
  onPick: (ids: string[]) => void
  onCreate?: (text: string) => void
}

function FilterPicker({ label, icon, options, value, onPick, onCreate }: Props): ReactElement {
  const isActive = value.length > 0
  return (
    <Combobox
      multiple
      label={label}
      options={options}
      value={value}
      onSelect={onPick}
      onCreate={onCreate}
      trigger={
        <button
          type="button"
          aria-label={
            isActive ? `${label}: ${value.length} picked` : `Filter by ${label.toLowerCase()}`
          }
          data-tooltip={`Filter by ${label.toLowerCase()}`}
          className={cx(
            'flex h-control items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4',
            isActive
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className={isActive ? undefined : 'xl:inline md:hidden'}>{label}</span>
          {isActive ? <span className="tabular-nums">{value.length}</span> : null}
        </button>
      }
    />
  )
}
