'use client'

import { usePeople, useProject } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import { Popover } from '@/app/_ui/Popover'
import type { Task } from '@/domain/task/task'
import { SprintProperty } from '../_sprint/SprintProperty'
import { DueChoice } from './fields/DueChoice'
import { type PickedField, useFieldPick } from './fields/useFieldPick'
import { CatalogProperty } from './kin/CatalogProperty'
import { Property, valueButton, valueLook } from './Property'
import { dueValue, type Shown, shownValue } from './property-values'
import { ResolutionProperty } from './ResolutionProperty'
import type { Arrival } from './useArrivals'

/** A field with a list or a panel of its own. */
export type AskedField = PickedField | 'dueDate'

const FIELDS: { field: AskedField; label: string; keys?: string }[] = [
  { field: 'status', label: 'Status', keys: 'S' },
  { field: 'priority', label: 'Priority', keys: 'P' },
  { field: 'assignees', label: 'Assignees', keys: 'A' },
  { field: 'labels', label: 'Labels', keys: 'L' },
  { field: 'type', label: 'Type' },
  { field: 'estimate', label: 'Estimate', keys: 'E' },
  { field: 'dueDate', label: 'Due date', keys: 'D' },
]

const CATALOG = ['components', 'fixVersions', 'affectedVersions'] as const

type Props = {
  task: Task
  mayChange: boolean
  arrivals: ReadonlyMap<string, Arrival>
  /** The one whose list is open. */
  asking: AskedField | null
  onAsk: (field: AskedField | null) => void
}

/** What a task has besides its texts, each changed where it stands. */
export function Properties({ task, mayChange, arrivals, asking, onAsk }: Props) {
  const people = usePeople()
  const { statuses } = useProject()
  return (
    <section aria-label="Properties" className="@container">
      <div className="flex flex-wrap gap-1.5 @max-xs:flex-col @max-xs:gap-0">
        {FIELDS.map(({ field, label, keys }) => {
          const shown =
            field === 'dueDate'
              ? dueValue(task, statuses)
              : shownValue(task, field, { people, statuses })
          if (!mayChange && shown.words === null) return null
          const open = asking === field
          const onOpenChange = (next: boolean) => onAsk(next ? field : null)
          const shared = { task, label, keys, shown, open, onOpenChange }
          return (
            <Property key={field} label={label} arrival={arrivals.get(field)}>
              {mayChange ? (
                field === 'dueDate' ? (
                  <DueProperty {...shared} />
                ) : (
                  <PickProperty {...shared} field={field} />
                )
              ) : (
                <span className={valueLook}>
                  <span className="sr-only">{`${label}: `}</span>
                  {shown.seen}
                </span>
              )}
            </Property>
          )
        })}
        <ResolutionProperty {...{ task, mayChange }} arrival={arrivals.get('resolution')} />
        <SprintProperty task={task} mayChange={mayChange} arrival={arrivals.get('sprint')} />
        {CATALOG.map((list) => (
          <CatalogProperty key={list} {...{ task, list, mayChange }} arrival={arrivals.get(list)} />
        ))}
      </div>
    </section>
  )
}

type OneProps = {
  task: Task
  label: string
  keys?: string
  shown: Shown
  open: boolean
  onOpenChange: (open: boolean) => void
}

function PickProperty({ field, ...props }: OneProps & { field: PickedField }) {
  const { task, label, keys, shown, open, onOpenChange } = props
  const pick = useFieldPick(task, field)
  const trigger = valueButton({ label, keys, words: shown.words, children: shown.seen })
  return <Pick {...pick} open={open} onOpenChange={onOpenChange} trigger={trigger} />
}

function DueProperty({ task, label, keys, shown, open, onOpenChange }: OneProps) {
  return (
    <Popover
      label={label}
      className="w-72"
      open={open}
      onOpenChange={onOpenChange}
      trigger={valueButton({ label, keys, words: shown.words, children: shown.seen })}
    >
      {(close) => <DueChoice task={task} onDone={close} />}
    </Popover>
  )
}
