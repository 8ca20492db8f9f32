'use client'

import { CircleUser, Shapes } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePeople } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import { Combobox, type ComboboxOption } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'
import { HISTORY_KINDS, type HistoryKind } from '@/domain/views/history'
import { EVENT_KIND_LABELS } from './eventKindLabels'
import { useHistoryFilter } from './useHistoryFilter'

const ALL = 'all'

/** Filters by one person and by one kind of event. */
export function HistoryFilterMenus() {
  const [filter, changeFilter] = useHistoryFilter()
  const people = usePeople().toSorted(
    (a, b) => Number(a.placeholder) - Number(b.placeholder) || a.name.localeCompare(b.name),
  )
  const personOptions = people.map((person) => ({
    id: person.id,
    label: person.name,
    icon: <Avatar person={person} size="small" decorative />,
    hint: person.placeholder ? 'no account' : undefined,
  }))
  const kindOptions = HISTORY_KINDS.map((kind) => ({
    id: kind,
    label: EVENT_KIND_LABELS[kind].name,
    hint: EVENT_KIND_LABELS[kind].description,
  }))
  return (
    <>
      <FilterMenu
        label="Person"
        allLabel="Everybody"
        icon={<CircleUser />}
        options={personOptions}
        value={filter.personId}
        onPick={(personId) => changeFilter((current) => ({ ...current, personId }))}
      />
      <FilterMenu
        label="Kind"
        allLabel="Everything"
        icon={<Shapes />}
        options={kindOptions}
        value={filter.kind}
        onPick={(kind) =>
          changeFilter((current) => ({ ...current, kind: kind as HistoryKind | undefined }))
        }
      />
    </>
  )
}

type Props = {
  label: string
  /** Label of the option without a filter: "Everybody". */
  allLabel: string
  icon: ReactNode
  options: ComboboxOption[]
  value: string | undefined
  onPick: (id: string | undefined) => void
}

function FilterMenu({ label, allLabel, icon, options, value, onPick }: Props) {
  const pickedLabel = value && (options.find((option) => option.id === value)?.label ?? 'somebody')
  return (
    <Combobox
      label={label}
      options={[{ id: ALL, label: allLabel }, ...options]}
      value={value ?? ALL}
      onSelect={(id) => onPick(id === ALL ? undefined : id)}
      trigger={
        <button
          type="button"
          aria-label={pickedLabel ? `${label}: ${pickedLabel}` : `Filter by ${label.toLowerCase()}`}
          className={cx(
            'flex h-control shrink-0 items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4 [&_svg]:shrink-0',
            pickedLabel
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className="max-w-32 truncate">{pickedLabel || label}</span>
        </button>
      }
    />
  )
}
