'use client'

import { CircleUser } from 'lucide-react'
import { usePeople, useProject, useSend } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import { type Component, live } from '@/domain/catalog/catalog'
import type { Progress } from '@/domain/relations'
import { personOptions } from '../../../../_task/fields/person-options'
import { useBase } from '../useBase'
import { CatalogSection } from './CatalogSection'
import { EntryName } from './EntryName'
import { useUse } from './useUse'

/** The components of the project, and who looks after each. */
export function Components({ mayChange }: { mayChange: boolean }) {
  const { components } = useProject()
  const send = useSend()
  const use = useUse()
  const all = live(components).sort((a, b) => a.name.localeCompare(b.name))
  return (
    <CatalogSection
      what="component"
      title="Components"
      empty="No components yet. They say which part of the product a task is about."
      entries={all}
      mayChange={mayChange}
      use={use}
      onAdd={(componentId, name) => send({ type: 'component.add', componentId, name })}
      onRemove={(componentId, moveTo) => send({ type: 'component.remove', componentId, moveTo })}
    >
      {(each) => (
        <>
          <Named entry={each} mayChange={mayChange} />
          <span className="w-20 shrink-0 text-right text-muted tabular-nums">
            {countWords(use[each.id])}
          </span>
          <Lead entry={each} mayChange={mayChange} />
        </>
      )}
    </CatalogSection>
  )
}

type Props = { entry: Component; mayChange: boolean }

function Named({ entry, mayChange }: Props) {
  const send = useSend()
  const base = useBase()
  return (
    <EntryName
      what="component"
      name={entry.name}
      mayChange={mayChange}
      onEditing={base.note}
      onSave={(name) => {
        const on = { componentId: entry.id, baseVersion: base.version() }
        send({ type: 'component.edit', ...on, set: { name } })
      }}
    />
  )
}

function Lead({ entry, mayChange }: Props) {
  const send = useSend()
  const people = usePeople()
  const name = people.find(({ id }) => id === entry.lead)?.name ?? 'No lead'
  if (!mayChange) return <span className="text-muted">{name}</span>
  return (
    <Pick
      label="Lead"
      options={[{ id: 'none', label: 'No lead' }, ...personOptions(people)]}
      value={entry.lead ?? 'none'}
      onPick={(id) => {
        const lead = id === 'none' ? null : id
        send({ type: 'component.edit', componentId: entry.id, set: { lead } })
      }}
      trigger={
        <button
          type="button"
          aria-label={`Lead of ${entry.name}: ${name}`}
          className="flex h-control w-36 items-center gap-1.5 rounded-card px-2 text-muted hover:bg-hover"
        >
          <CircleUser aria-hidden className="size-4 shrink-0 text-faint" />
          <span className="truncate">{name}</span>
        </button>
      }
    />
  )
}

/** "1 task", "12 tasks". */
const countWords = (use: Progress | undefined) =>
  `${use?.all ?? 0} ${use?.all === 1 ? 'task' : 'tasks'}`
