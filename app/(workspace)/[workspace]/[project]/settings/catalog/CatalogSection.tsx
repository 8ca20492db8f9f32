import type { ReactNode } from 'react'
import type { Progress } from '@/domain/relations'
import type { Id } from '@/domain/words'
import { AddEntry } from './AddEntry'
import { RemoveEntry } from './RemoveEntry'

type Props<Entry> = {
  what: 'component' | 'version'
  title: string
  empty: string
  entries: readonly Entry[]
  mayChange: boolean
  use: Record<Id, Progress>
  onAdd: (id: Id, name: string) => void
  onRemove: (id: Id, moveTo: Id | null) => void
  /** Whether tasks may get it in the place of one that is removed. */
  isOffered?: (entry: Entry) => boolean
  /** What a line shows of an entry. */
  children: (entry: Entry) => ReactNode
}

/** One of the project's lists among its settings. */
export function CatalogSection<Entry extends { id: Id; name: string }>({
  what,
  title,
  empty,
  entries,
  mayChange,
  use,
  onAdd,
  onRemove,
  isOffered = () => true,
  children,
}: Props<Entry>) {
  const id = `${what}s`
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-read font-semibold">
        {title}
      </h2>
      {entries.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <li key={entry.id} className="flex min-h-11 flex-wrap items-center gap-2 py-1.5">
              {children(entry)}
              {mayChange ? (
                <RemoveEntry
                  what={what}
                  entry={entry}
                  others={entries.filter((other) => other.id !== entry.id && isOffered(other))}
                  tasks={use[entry.id]?.all ?? 0}
                  onRemove={(moveTo) => onRemove(entry.id, moveTo)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{empty}</p>
      )}
      {mayChange ? <AddEntry what={what} onAdd={onAdd} /> : null}
    </section>
  )
}
