'use client'

import { Package, PackageX, Pencil, Puzzle } from 'lucide-react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { NearLink } from '@/app/_ui/NearLink'
import { Pick } from '@/app/_ui/Pick'
import { type FixVersion, live } from '@/domain/catalog/catalog'
import type { Task } from '@/domain/task/task'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'
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
  const hasPages = of === 'fixVersions' && has.length > 0
  const seen = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      {hasPages ? <Versions versions={has} /> : <span className="truncate">{words ?? add}</span>}
    </>
  )
  const options = offered.map(({ id, name, state }) => ({
    id,
    label: name,
    hint: state === 'planned' ? undefined : state,
  }))
  // The list stays in its place while the first version comes and the last one goes: it may be open.
  return (
    <Property label={label} arrival={arrival}>
      <span className={hasPages || !mayChange ? valueLook : 'contents'}>
        {mayChange ? null : <span className="sr-only">{`${label}: `}</span>}
        {hasPages || !mayChange ? seen : null}
        {mayChange ? (
          <Pick
            many
            label={label}
            options={options}
            value={task[list]}
            onPick={(ids) => send(changeSet(task.id, list, task[list], ids))}
            trigger={
              hasPages
                ? changeButton(label, words ?? '')
                : valueButton({ label, words, children: seen })
            }
          />
        ) : null}
      </span>
    </Property>
  )
}

/** Each by its name, which leads to its page. */
function Versions({ versions }: { versions: { id: string; name: string }[] }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  return (
    <span className="flex min-w-0 grow flex-wrap gap-x-2">
      {versions.map(({ id, name }) => (
        <NearLink
          key={id}
          href={addresses.version(slug, key, id)}
          className="max-w-full truncate rounded-chip underline decoration-line underline-offset-3 hover:decoration-current touch:py-2"
        >
          {name}
        </NearLink>
      ))}
    </span>
  )
}

/** Beside links, which are not to be pressed by who wants to change them. */
const changeButton = (label: string, words: string) => (
  <button
    type="button"
    aria-label={`${label}: ${words}`}
    data-tip={`Change ${label.toLowerCase()}`}
    className="-mr-1 flex size-6 shrink-0 items-center justify-center rounded-chip text-faint transition-colors hover:bg-hover hover:text-text touch:size-11"
  >
    <Pencil aria-hidden className="size-3.5" />
  </button>
)
