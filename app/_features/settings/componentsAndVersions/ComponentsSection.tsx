'use client'

import { CircleUser } from 'lucide-react'
import { personOptions } from '@/app/_features/taskFields/personOptions'
import { usePeople, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { activeOnly, type Component } from '@/domain/component/componentsAndVersions'
import type { ChildProgress } from '@/domain/views/relations'
import { useBaseVersion } from '../project/useBaseVersion'
import { ComponentVersionSection } from './ComponentVersionSection'
import { ItemName } from './ItemName'
import { useTaskCounts } from './useTaskCounts'

/** The components of the project and the person responsible for each. */
export function ComponentsSection({ canChange }: { canChange: boolean }) {
  const { components } = useProject()
  const send = useSend()
  const taskCounts = useTaskCounts()
  const activeComponents = activeOnly(components).sort((a, b) => a.name.localeCompare(b.name))
  return (
    <ComponentVersionSection
      itemKind="component"
      title="Components"
      empty="No components yet. They say which part of the product a task is about."
      items={activeComponents}
      canChange={canChange}
      taskCounts={taskCounts}
      onAdd={(componentId, name) => send({ type: 'component.add', componentId, name })}
      onRemove={(componentId, moveTo) => send({ type: 'component.remove', componentId, moveTo })}
    >
      {(component) => (
        <>
          <ComponentName component={component} canChange={canChange} />
          <span className="w-20 shrink-0 text-right text-muted tabular-nums">
            {formatTaskCount(taskCounts[component.id])}
          </span>
          <LeadSelect component={component} canChange={canChange} />
        </>
      )}
    </ComponentVersionSection>
  )
}

type Props = { component: Component; canChange: boolean }

function ComponentName({ component, canChange }: Props) {
  const send = useSend()
  const base = useBaseVersion()
  return (
    <ItemName
      itemKind="component"
      name={component.name}
      canChange={canChange}
      onEditing={base.capture}
      onSave={(name) => {
        const target = { componentId: component.id, baseVersion: base.version() }
        send({ type: 'component.edit', ...target, set: { name } })
      }}
    />
  )
}

function LeadSelect({ component, canChange }: Props) {
  const send = useSend()
  const people = usePeople()
  const name = people.find(({ id }) => id === component.lead)?.name ?? 'No lead'
  if (!canChange) return <span className="text-muted">{name}</span>
  return (
    <Combobox
      label="Lead"
      options={[{ id: 'none', label: 'No lead' }, ...personOptions(people)]}
      value={component.lead ?? 'none'}
      onSelect={(id) => {
        const lead = id === 'none' ? null : id
        send({ type: 'component.edit', componentId: component.id, set: { lead } })
      }}
      trigger={
        <button
          type="button"
          aria-label={`Lead of ${component.name}: ${name}`}
          className="flex h-control w-36 items-center gap-1.5 rounded-card px-2 text-muted hover:bg-hover"
        >
          <CircleUser aria-hidden className="size-4 shrink-0 text-faint" />
          <span className="truncate">{name}</span>
        </button>
      }
    />
  )
}

/** Returns "1 task" or "12 tasks". */
const formatTaskCount = (progress: ChildProgress | undefined) =>
  `${progress?.total ?? 0} ${progress?.total === 1 ? 'task' : 'tasks'}`
