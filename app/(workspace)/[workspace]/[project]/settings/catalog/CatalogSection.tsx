import type { ReactNode } from 'react'
import type { Progress } from '@/domain/relations'

type Props = {
  id: string
  title: string
  empty: string
  count: number
  add: ReactNode
  children: ReactNode
}

/** One of the project's lists among its settings. */
export function CatalogSection({ id, title, empty, count, add, children }: Props) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-read font-semibold">
        {title}
      </h2>
      {count > 0 ? (
        <ul className="divide-y divide-line border-y border-line">{children}</ul>
      ) : (
        <p className="text-muted">{empty}</p>
      )}
      {add}
    </section>
  )
}

/** "1 task", "12 tasks". */
export const countWords = (use: Progress | undefined) =>
  `${use?.all ?? 0} ${use?.all === 1 ? 'task' : 'tasks'}`
