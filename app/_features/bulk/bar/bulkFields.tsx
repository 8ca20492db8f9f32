import { priorityOptions } from '@/app/_features/task/fieldOptions'
import { labelOption } from '@/app/_features/task/labelOption'
import { personOptions } from '@/app/_features/task/personOptions'
import type { ReplicaCard } from '@/app/_replica/store/types'
import type { ComboboxOption } from '@/app/_ui/Combobox'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import type { Priority } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { BulkChange } from '@/domain/task/commands'
import type { SetField } from '@/domain/task/task'
import type { Person } from '@/domain/views/board'

/** A field that is set on many tasks at once. */
export interface BulkField {
  name:
    | 'status'
    | 'assignees'
    | 'labels'
    | 'sprint'
    | 'priority'
    | 'fixVersions'
    | 'affectedVersions'
  label: string
  options: ComboboxOption[]
  /** What all of them have: one value (null: they differ), or several. */
  value: string | null | string[]
  /** The change that a pick comes to. */
  toChange: (picked: string, isOff: boolean) => BulkChange
}

const BACKLOG_OPTION = 'backlog'

/** The fields in the order in which the bar offers them. */
export function bulkFieldsOf(
  project: Project,
  people: readonly Person[],
  cards: readonly ReplicaCard[],
): BulkField[] {
  const labels = [...new Set(cards.flatMap((card) => card.labels))].sort()
  const sprints = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const versions = activeOnly(project.fixVersions).map(({ id, name }) => ({ id, label: name }))
  // Of what is no bug nothing is asked that hardly any has.
  const offersAffectedVersion = cards.some(
    ({ type, affectedVersions: its }) => type === 'bug' || its.length > 0,
  )
  const fields: BulkField[] = [
    {
      name: 'status',
      label: 'Status',
      options: project.statuses
        .filter((status) => !status.removedAt)
        .map(({ id, name, category, color }) => ({
          id,
          label: name,
          icon: <StatusIcon category={category} hue={color} />,
        })),
      value: commonValue(cards.map((card) => card.statusId)),
      toChange: (statusId) => ({ statusId }),
    },
    listField('assignees', 'Assignees', personOptions(people), cards),
    listField('labels', 'Labels', labels.map(labelOption), cards),
    {
      name: 'sprint',
      label: 'Sprint',
      options: [
        { id: BACKLOG_OPTION, label: 'Backlog' },
        ...sprints.map(({ id, name }) => ({ id, label: name })),
      ],
      value: commonValue(cards.map((card) => card.sprintId ?? BACKLOG_OPTION)),
      toChange: (id) => ({ sprintId: id === BACKLOG_OPTION ? null : id }),
    },
    {
      name: 'priority',
      label: 'Priority',
      options: priorityOptions,
      value: commonValue(cards.map((card) => String(card.priority))),
      toChange: (level) => ({ set: { priority: Number(level) as Priority } }),
    },
    listField('fixVersions', 'Version', versions, cards),
    listField('affectedVersions', 'Affected version', offersAffectedVersion ? versions : [], cards),
  ]
  // What the project does not have is not offered; a label can always be made.
  const isOffered = ({ name, options }: BulkField) => {
    if (name === 'sprint') return sprints.length > 0
    return name === 'labels' || options.length > 0
  }
  return fields.filter(isOffered)
}

function listField(
  name: Extract<SetField, BulkField['name']>,
  label: string,
  options: ComboboxOption[],
  cards: readonly ReplicaCard[],
): BulkField {
  const [first, ...rest] = cards.map((card) => card[name])
  return {
    name,
    label,
    options,
    value: (first ?? []).filter((item) => rest.every((entries) => entries.includes(item))),
    toChange: (item, isRemoval) =>
      isRemoval ? { remove: { [name]: [item] } } : { add: { [name]: [item] } },
  }
}

function commonValue(values: readonly string[]): string | null {
  const [first = null] = values
  return values.every((each) => each === first) ? first : null
}
