import { Fragment, type ReactNode } from 'react'
import { routes } from '@/app/_features/shell/routes'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { Id } from '@/domain/kernel/primitives'
import type { NameLookup } from '../nameLookup'

/** A noun or value in a sentence, in a stronger color than the verbs. */
export function Value({ children }: { children: ReactNode }) {
  return <span className="text-text">{children}</span>
}

/** A quoted text, shortened when it is long. */
export function Quote({ children }: { children: string }) {
  return <Value>“{children.length > 120 ? `${children.slice(0, 119)}…` : children}”</Value>
}

/** A link to a task by key and title. */
export function TaskReference({ id, names }: { id: Id; names: NameLookup }) {
  const task = names.tasks.get(id)
  if (!task) return <Value>a task</Value>
  const key = `${names.projectKey}-${task.number}`
  return (
    <PrefetchLink
      href={routes.task(names.slug, key)}
      className="rounded-chip text-text underline decoration-line underline-offset-3 hover:decoration-current"
    >
      <span className="tabular-nums">{key}</span> {task.title}
    </PrefetchLink>
  )
}

/** Renders "a", "a and b" or "a, b and c". */
export function AndList({ parts }: { parts: readonly ReactNode[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes its order
    <Fragment key={index}>
      {index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', '}
      {part}
    </Fragment>
  ))
}
