'use client'

import { Package, Puzzle } from 'lucide-react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import { type CatalogList, type FixVersion, live } from '@/domain/catalog/catalog'
import type { Task } from '@/domain/task/task'
import { changeSet } from '../fields/change-set'
import { Property, valueButton, valueLook } from '../Property'
import type { Arrival } from '../useArrivals'

type Props = { task: Task; list: CatalogList; mayChange: boolean; arrival?: Arrival }

const WORDS = {
  components: { label: 'Components', add: 'Add component', icon: Puzzle },
  fixVersions: { label: 'Fix versions', add: 'Add fix version', icon: Package },
} as const

/** The components or the fix versions of a task, where the project has any. */
export function CatalogProperty({ task, list, mayChange, arrival }: Props) {
  const project = useProject()
  const send = useSend()
  const { label, add, icon: Icon } = WORDS[list]
  const all = live<{ id: string; name: string; removedAt: string | null } & Partial<FixVersion>>(
    project[list],
  ).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const has = all.filter(({ id }) => task[list].includes(id))
  const offered = all.filter((each) => each.state !== 'archived' || has.includes(each))
  const words = has.length > 0 ? has.map(({ name }) => name).join(', ') : null
  if (offered.length === 0 || (!mayChange && !words)) return null
  const seen = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{words ?? add}</span>
    </>
  )
  return (
    <Property label={label} arrival={arrival}>
      {mayChange ? (
        <Pick
          many
          label={label}
          options={offered.map(({ id, name, state }) => ({
            id,
            label: name,
            hint: state === 'planned' ? undefined : state,
          }))}
          value={task[list]}
          onPick={(ids) => send(changeSet(task.id, list, task[list], ids))}
          trigger={valueButton({ label, words, children: seen })}
        />
      ) : (
        <span className={valueLook}>
          <span className="sr-only">{`${label}: `}</span>
          {seen}
        </span>
      )}
    </Property>
  )
}
