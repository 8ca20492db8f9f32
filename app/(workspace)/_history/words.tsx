import { Fragment, type ReactNode } from 'react'
import { NearLink } from '@/app/_ui/NearLink'
import type { Id } from '@/domain/words'
import { addresses } from '../_frame/addresses'
import type { Names } from './names'

/** What a sentence is about, a little stronger than its verbs. */
export function Value({ children }: { children: ReactNode }) {
  return <span className="text-text">{children}</span>
}

/** A text in quotes, cut where it is long. */
export function Quote({ children }: { children: string }) {
  return <Value>“{children.length > 120 ? `${children.slice(0, 119)}…` : children}”</Value>
}

/** A task by its key and title, as a link. */
export function TaskName({ id, names }: { id: Id; names: Names }) {
  const task = names.tasks.get(id)
  if (!task) return <Value>a task</Value>
  const key = `${names.projectKey}-${task.number}`
  return (
    <NearLink
      href={addresses.task(names.slug, key)}
      className="rounded-chip text-text underline decoration-line underline-offset-3 hover:decoration-current"
    >
      <span className="tabular-nums">{key}</span> {task.title}
    </NearLink>
  )
}

/** "a", "a and b", "a, b and c". */
export function Listed({ parts }: { parts: readonly ReactNode[] }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes its order
    <Fragment key={place}>
      {place === 0 ? '' : place === parts.length - 1 ? ' and ' : ', '}
      {part}
    </Fragment>
  ))
}
