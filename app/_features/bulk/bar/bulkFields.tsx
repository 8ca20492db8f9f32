import { CircleDashed, Flag } from 'lucide-react'
import { createElement, type ReactNode } from 'react'
import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import type { ComboboxOption } from '@/app/_ui/Combobox'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Project } from '@/domain/project/project'
import type { BulkChange } from '@/domain/task/commands'
import { type FieldsWith, fieldsWith, isSetField, TASK_FIELDS } from '@/domain/task/fields'
import type { Person } from '@/domain/views/board'

/** A field that can be set on many tasks at once. */
export interface BulkField {
  name: string
  label: string
  icon: ReactNode
  options: ComboboxOption[]
  /** The common value of all tasks (null: they differ), or several values. */
  value: string | null | string[]
  /** Returns the change that a picked option makes. */
  toChange: (picked: string, isOff: boolean) => BulkChange
}

const BACKLOG_OPTION = 'backlog'
/** Id of the option "none": option ids are strings. */
const NONE = 'none'
const iconClass = { className: 'size-4' }

/** Returns the fields in the order of the bar. Leaves out those the project has no values for. */
export function bulkFieldsOf(
  project: Project,
  people: readonly Person[],
  cards: readonly ReplicaCard[],
): BulkField[] {
  const labels = [...new Set(cards.flatMap((card) => card.labels))].sort()
  const sources = { project, people, labels }
  const sprints = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const status: BulkField = {
    name: 'status',
    label: 'Status',
    icon: <CircleDashed {...iconClass} />,
    options: project.statuses
      .filter((status) => !status.removedAt)
      .map(({ id, name, category, color }) => ({
        id,
        label: name,
        icon: <StatusIcon category={category} hue={color} />,
      })),
    value: commonValue(cards.map((card) => card.statusId)),
    toChange: (statusId) => ({ statusId }),
  }
  const sprint: BulkField = {
    name: 'sprint',
    label: 'Sprint',
    icon: <Flag {...iconClass} />,
    options: [
      { id: BACKLOG_OPTION, label: 'Backlog' },
      ...sprints.map(({ id, name }) => ({ id, label: name })),
    ],
    value: commonValue(cards.map((card) => card.sprintId ?? BACKLOG_OPTION)),
    toChange: (id) => ({ sprintId: id === BACKLOG_OPTION ? null : id }),
  }
  const offered = fieldsWith('bulk', true).flatMap((field) => {
    const { inBulk, options } = TASK_FIELD_VIEWS[field]
    const isOffered = typeof inBulk === 'function' ? cards.some(inBulk) : inBulk
    return isOffered && options ? [bulkField(field, options(sources), cards)] : []
  })
  // Labels are always offered, because new ones can be created.
  const fields = offered.filter(({ name, options }) => name === 'labels' || options.length > 0)
  return sprints.length > 0 ? [status, sprint, ...fields] : [status, ...fields]
}

function bulkField(
  field: FieldsWith<'bulk', true>,
  options: ComboboxOption[],
  cards: readonly ReplicaCard[],
): BulkField {
  const { label, Icon } = TASK_FIELD_VIEWS[field]
  const shared = { name: field, label, icon: createElement(Icon, iconClass) }
  if (isSetField(field)) {
    const [first, ...rest] = cards.map((card) => card[field])
    return {
      ...shared,
      options,
      value: (first ?? []).filter((item) => rest.every((entries) => entries.includes(item))),
      toChange: (item, isRemoval) =>
        isRemoval ? { remove: { [field]: [item] } } : { add: { [field]: [item] } },
    }
  }
  const empty = TASK_FIELDS[field].default
  return {
    ...shared,
    options: empty === null ? [...options, { id: NONE, label: 'None' }] : options,
    value: commonValue(cards.map((card) => String(card[field] ?? NONE))),
    toChange: (id) => ({
      set: { [field]: id === NONE ? null : typeof empty === 'number' ? Number(id) : id },
    }),
  }
}

function commonValue(values: readonly string[]): string | null {
  const [first = null] = values
  return values.every((each) => each === first) ? first : null
}
