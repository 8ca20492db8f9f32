import type { ReactNode } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'
import { AddItemForm } from './AddItemForm'
import { RemoveItemButton } from './RemoveItemButton'

type Props<Item> = {
  itemKind: 'component' | 'version'
  title: string
  empty: string
  items: readonly Item[]
  canChange: boolean
  taskCounts: Record<Id, ChildProgress>
  onAdd: (id: Id, name: string) => void
  onRemove: (id: Id, moveTo: Id | null) => void
  /** Returns true when tasks may get the item in place of a removed one. */
  isOffered?: (entry: Item) => boolean
  /** Renders the line of an item. */
  children: (entry: Item) => ReactNode
}

/** The project's list of components or versions in its settings. */
export function ComponentVersionSection<Item extends { id: Id; name: string }>({
  itemKind,
  title,
  empty,
  items,
  canChange,
  taskCounts,
  onAdd,
  onRemove,
  isOffered = () => true,
  children,
}: Props<Item>) {
  const id = `${itemKind}s`
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-body font-semibold">
        {title}
      </h2>
      {items.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((item) => (
            <li key={item.id} className="flex min-h-11 flex-wrap items-center gap-2 py-1.5">
              {children(item)}
              {canChange ? (
                <RemoveItemButton
                  itemKind={itemKind}
                  item={item}
                  others={items.filter((other) => other.id !== item.id && isOffered(other))}
                  taskCount={taskCounts[item.id]?.total ?? 0}
                  onRemove={(moveTo) => onRemove(item.id, moveTo)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{empty}</p>
      )}
      {canChange ? <AddItemForm itemKind={itemKind} onAdd={onAdd} /> : null}
    </section>
  )
}
