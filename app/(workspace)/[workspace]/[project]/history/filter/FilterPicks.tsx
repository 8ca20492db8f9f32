'use client'

import { CircleUser, Shapes } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePeople } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { cx } from '@/app/_ui/cx'
import { Pick, type PickOption } from '@/app/_ui/Pick'
import { KINDS, type Kind } from '@/domain/history'
import { kinds } from './kinds'
import { useFilter } from './useFilter'

const ALL = 'all'

/** By one person, and by one kind of event. */
export function FilterPicks() {
  const [filter, setFilter] = useFilter()
  const people = usePeople().toSorted(
    (a, b) => Number(a.placeholder) - Number(b.placeholder) || a.name.localeCompare(b.name),
  )
  const personOptions = people.map((person) => ({
    id: person.id,
    label: person.name,
    icon: <Avatar person={person} size="small" decorative />,
    hint: person.placeholder ? 'no account' : undefined,
  }))
  const kindOptions = KINDS.map((kind) => ({
    id: kind,
    label: kinds[kind].name,
    hint: kinds[kind].takesIn,
  }))
  return (
    <>
      <FilterPick
        label="Person"
        all="Everybody"
        icon={<CircleUser />}
        options={personOptions}
        value={filter.personId}
        onPick={(personId) => setFilter({ ...filter, personId })}
      />
      <FilterPick
        label="Kind"
        all="Everything"
        icon={<Shapes />}
        options={kindOptions}
        value={filter.kind}
        onPick={(kind) => setFilter({ ...filter, kind: kind as Kind | undefined })}
      />
    </>
  )
}

type Props = {
  label: string
  /** What lets everything through: "Everybody". */
  all: string
  icon: ReactNode
  options: PickOption[]
  value: string | undefined
  onPick: (id: string | undefined) => void
}

function FilterPick({ label, all, icon, options, value, onPick }: Props) {
  const picked = value && (options.find((option) => option.id === value)?.label ?? 'somebody')
  return (
    <Pick
      label={label}
      options={[{ id: ALL, label: all }, ...options]}
      value={value ?? ALL}
      onPick={(id) => onPick(id === ALL ? undefined : id)}
      trigger={
        <button
          type="button"
          aria-label={picked ? `${label}: ${picked}` : `Filter by ${label.toLowerCase()}`}
          className={cx(
            'flex h-control shrink-0 items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4 [&_svg]:shrink-0',
            picked
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className="max-w-32 truncate">{picked || label}</span>
        </button>
      }
    />
  )
}
