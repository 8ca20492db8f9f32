'use client'

import { Package, PackageX, Puzzle } from 'lucide-react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import { type FixVersion, live } from '@/domain/catalog/catalog'
import type { Task } from '@/domain/task/task'
import { changeSet } from '../fields/change-set'
import { Property, valueButton, valueLook } from '../Property'
import type { Arrival } from '../useArrivals'

const WORDS = {
  components: { label: 'Components', add: 'Add component', icon: Puzzle, of: 'components' },
  fixVersions: { label: 'Fix versions', add: 'Add fix version', icon: Package, of: 'fixVersions' },
  affectedVersions: {
    label: 'Affected versions',
    add: 'Add affected version',
    icon: PackageX,
    of: 'fixVersions',
  },
} as const

type Props = { task: Task; list: keyof typeof WORDS; mayChange: boolean; arrival?: Arrival }

/** The components of a task or its versions, of one kind, where the project has any. */
export function CatalogProperty({ task, list, mayChange, arrival }: Props) {
  const project = useProject()
  const send = useSend()
  const { label, add, icon: Icon, of } = WORDS[list]
  const all = live<{ id: string; name: string; removedAt: string | null } & Partial<FixVersion>>(
    project[of],
  ).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const has = all.filter(({ id }) => task[list].includes(id))
  const isPast = list === 'affectedVersions'
  const offered = all.filter((each) => isPast || each.state !== 'archived' || has.includes(each))
  const words = has.length > 0 ? has.map(({ name }) => name).join(', ') : null
  if (offered.length === 0 || (!mayChange && !words)) return null
  // Of what is no bug nothing is asked that hardly any has.
  if (isPast && task.type !== 'bug' && !words) return null
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
