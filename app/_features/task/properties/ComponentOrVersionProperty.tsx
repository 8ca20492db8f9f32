'use client'

import { Pencil } from 'lucide-react'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { activeOnly, type Version } from '@/domain/component/componentsAndVersions'
import { type ListedField, TASK_FIELDS } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { Property, propertyButton, propertyValueClass } from './Property'
import { setFieldEdit } from './setFieldEdit'

type Props = {
  task: Task
  field: ListedField
  canEdit: boolean
  remoteChange?: RemoteChange
}

/** The components or versions of a task. Hidden when the project has none. */
export function ComponentOrVersionProperty({ task, field, canEdit, remoteChange }: Props) {
  const project = useProject()
  const send = useSend()
  const { label, Icon } = TASK_FIELD_VIEWS[field]
  const { listedIn: source, noun } = TASK_FIELDS[field]
  const active = activeOnly<
    { id: string; name: string; removedAt: string | null } & Partial<Version>
  >(project[source]).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const selected = active.filter(({ id }) => task[field].includes(id))
  const isAffectedVersions = field === 'affectedVersions'
  const available = active.filter(
    (each) => isAffectedVersions || each.state !== 'archived' || selected.includes(each),
  )
  const text = selected.length > 0 ? selected.map(({ name }) => name).join(', ') : null
  if (available.length === 0 || (!canEdit && !text)) return null
  // Only bugs affect versions.
  if (isAffectedVersions && task.type !== 'bug' && !text) return null
  const hasVersionLinks = source === 'versions' && selected.length > 0
  const content = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      {hasVersionLinks ? (
        <VersionLinks versions={selected} />
      ) : (
        <span className="truncate">{text ?? `Add ${noun}`}</span>
      )}
    </>
  )
  const options = available.map(({ id, name, state }) => ({
    id,
    label: name,
    hint: state === 'planned' ? undefined : state,
  }))
  // The picker stays mounted while the first version is added or the last one removed, because it
  // may be open.
  return (
    <Property label={label} remoteChange={remoteChange}>
      <span className={hasVersionLinks || !canEdit ? propertyValueClass : 'contents'}>
        {canEdit ? null : <span className="sr-only">{`${label}: `}</span>}
        {hasVersionLinks || !canEdit ? content : null}
        {canEdit ? (
          <Combobox
            multiple
            label={label}
            options={options}
            value={task[field]}
            onSelect={(ids) => send(setFieldEdit(task.id, field, task[field], ids))}
            trigger={
              hasVersionLinks
                ? editButton(label, text ?? '')
                : propertyButton({ label, valueText: text, children: content })
            }
          />
        ) : null}
      </span>
    </Property>
  )
}

/** The versions by name, each a link to its page. */
function VersionLinks({ versions }: { versions: { id: string; name: string }[] }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  return (
    <span className="flex min-w-0 grow flex-wrap gap-x-2">
      {versions.map(({ id, name }) => (
        <PrefetchLink
          key={id}
          href={routes.version(slug, key, id)}
          className="max-w-full truncate rounded-chip underline decoration-line underline-offset-3 hover:decoration-current touch:py-2"
        >
          {name}
        </PrefetchLink>
      ))}
    </span>
  )
}

/** A button beside the links, so that editing does not open a version's page. */
const editButton = (label: string, valueText: string) => (
  <button
    type="button"
    aria-label={`${label}: ${valueText}`}
    data-tooltip={`Change ${label.toLowerCase()}`}
    className="-mr-1 flex size-6 shrink-0 items-center justify-center rounded-chip text-faint transition-colors hover:bg-hover hover:text-text touch:size-11"
  >
    <Pencil aria-hidden className="size-3.5" />
  </button>
)
