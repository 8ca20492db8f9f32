'use client'

import { CircleUser, Shapes, Tag } from 'lucide-react'
import { labelOption } from '@/app/_features/taskFields/labelOption'
import { personOptions } from '@/app/_features/taskFields/personOptions'
import { taskTypeOptions } from '@/app/_features/taskFields/taskTypeOptions'
import { useLoadedLabels } from '@/app/_features/taskFields/useLoadedLabels'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import type { TaskType } from '@/domain/kernel/primitives'
import { FILTERABLE_FIELDS } from '@/domain/task/fields'
import { useBoardFilter } from '../useBoardFilter'
import { FilterPicker } from './FilterPicker'
import { SwimlanePicker } from './SwimlanePicker'

const SprintFilterPicker = lazyComponent(() =>
  import('./SprintFilterPicker').then((module) => module.SprintFilterPicker),
)

const FieldFilterPicker = lazyComponent(() =>
  import('./FieldFilterPicker').then((module) => module.FieldFilterPicker),
)
/** Fields without a picker of their own. Their picker loads after the first paint. */
const OTHER_FIELDS = FILTERABLE_FIELDS.filter(
  (field) => !['assignees', 'labels', 'type'].includes(field),
)

/** Filters by assignee, label and type, plus the swimlane grouping when `hasSwimlanes` is set. */
export function BoardFilterPickers({ hasSwimlanes }: { hasSwimlanes: boolean }) {
  const [filter, changeFilter] = useBoardFilter()
  const { assignees = [], labels = [], type: types = [] } = filter
  const allPeople = usePeople()
  const hasSprints = useProject().sprints.some((each) => each.state !== 'closed' && !each.removedAt)
  const knownLabels = useLoadedLabels()
  const allLabels = [...new Set([...knownLabels, ...labels])].sort()
  return (
    <>
      {hasSwimlanes ? <SwimlanePicker /> : null}
      {hasSprints || filter.sprint ? <SprintFilterPicker /> : null}
      <FilterPicker
        label="Assignee"
        icon={<CircleUser />}
        options={[{ id: 'none', label: 'Unassigned' }, ...personOptions(allPeople)]}
        value={assignees}
        onPick={(ids) => changeFilter((current) => ({ ...current, assignees: ids }))}
      />
      <FilterPicker
        label="Label"
        icon={<Tag />}
        options={allLabels.map(labelOption)}
        value={labels}
        onPick={(ids) => changeFilter((current) => ({ ...current, labels: ids }))}
        onCreate={(label) =>
          changeFilter((current) => ({ ...current, labels: [...(current.labels ?? []), label] }))
        }
      />
      <FilterPicker
        label="Type"
        icon={<Shapes />}
        options={taskTypeOptions}
        value={types}
        onPick={(ids) => changeFilter((current) => ({ ...current, type: ids as TaskType[] }))}
      />
      {OTHER_FIELDS.map((field) => (
        <FieldFilterPicker
          key={field}
          field={field}
          value={(filter[field] ?? []).map(String)}
          onChange={(values) => changeFilter((current) => ({ ...current, [field]: values }))}
        />
      ))}
    </>
  )
}
