import type { KnownCard } from '@/app/_client/store/types'
import type { PickOption } from '@/app/_ui/Pick'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Person } from '@/domain/board'
import { live } from '@/domain/catalog/catalog'
import type { Project } from '@/domain/project/project'
import type { BulkChange } from '@/domain/task/commands'
import type { SetField } from '@/domain/task/task'
import type { Priority } from '@/domain/words'
import { priorityOptions } from '../_task/fields/field-options'
import { labelOption } from '../_task/fields/label-option'
import { personOptions } from '../_task/fields/person-options'

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
  options: PickOption[]
  /** What all of them have: one value (null: they differ), or several. */
  value: string | null | string[]
  /** The change that a pick comes to. */
  change: (picked: string, isOff: boolean) => BulkChange
}

const BACKLOG = 'backlog'

/** The fields in the order in which the bar offers them. */
export function fieldsOf(
  project: Project,
  people: readonly Person[],
  cards: readonly KnownCard[],
): BulkField[] {
  const labels = [...new Set(cards.flatMap((card) => card.labels))].sort()
  const sprints = project.sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  const versions = live(project.fixVersions).map(({ id, name }) => ({ id, label: name }))
  // Of what is no bug nothing is asked that hardly any has.
  const isAsked = cards.some(({ type, affectedVersions: its }) => type === 'bug' || its.length > 0)
  const fields: BulkField[] = [
    {
      name: 'status',
      label: 'Status',
      options: project.statuses
        .filter((status) => !status.removedAt)
        .map(({ id, name, category, color }) => ({
          id,
          label: name,
          icon: <StatusRing category={category} hue={color} />,
        })),
      value: same(cards.map((card) => card.statusId)),
      change: (statusId) => ({ statusId }),
    },
    setField('assignees', 'Assignees', personOptions(people), cards),
    setField('labels', 'Labels', labels.map(labelOption), cards),
    {
      name: 'sprint',
      label: 'Sprint',
      options: [
        { id: BACKLOG, label: 'Backlog' },
        ...sprints.map(({ id, name }) => ({ id, label: name })),
      ],
      value: same(cards.map((card) => card.sprintId ?? BACKLOG)),
      change: (id) => ({ sprintId: id === BACKLOG ? null : id }),
    },
    {
      name: 'priority',
      label: 'Priority',
      options: priorityOptions,
      value: same(cards.map((card) => String(card.priority))),
      change: (level) => ({ set: { priority: Number(level) as Priority } }),
    },
    setField('fixVersions', 'Version', versions, cards),
    setField('affectedVersions', 'Affected version', isAsked ? versions : [], cards),
  ]
  // What the project does not have is not offered; a label can always be made.
  const isThere = ({ name, options }: BulkField) => {
    if (name === 'sprint') return sprints.length > 0
    return name === 'labels' || options.length > 0
  }
  return fields.filter(isThere)
}

function setField(
  name: Extract<SetField, BulkField['name']>,
  label: string,
  options: PickOption[],
  cards: readonly KnownCard[],
): BulkField {
  const [first, ...rest] = cards.map((card) => card[name])
  return {
    name,
    label,
    options,
    value: (first ?? []).filter((entry) => rest.every((entries) => entries.includes(entry))),
    change: (entry, isOff) =>
      isOff ? { remove: { [name]: [entry] } } : { add: { [name]: [entry] } },
  }
}

function same(values: readonly string[]): string | null {
  const [first = null] = values
  return values.every((each) => each === first) ? first : null
}
