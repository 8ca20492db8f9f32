'use client'

import { OctagonMinus } from 'lucide-react'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useCardBadges } from '@/app/_replica/badges/useCardBadges'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Id } from '@/domain/kernel/primitives'

/** A link to the parent of a card. */
export function ParentChip({ id }: { id: Id }) {
  const parent = useCardBadges(id)?.parent
  const { slug } = useWorkspace()
  if (!parent) return null
  return (
    <PrefetchLink
      href={routes.taskOnBoard(slug, parent.key)}
      draggable={false}
      tabIndex={-1}
      data-tooltip={`Part of ${parent.key} ${parent.title}`}
      // The card around this link opens its own task on click.
      onClick={(event) => event.stopPropagation()}
      className="relative z-10 min-w-0 truncate rounded-chip text-xs text-muted hover:text-text hover:underline"
    >
      <span className="sr-only">{`Part of ${parent.key} `}</span>
      {parent.title}
    </PrefetchLink>
  )
}

/** The progress of a card's children and the tasks that block it. */
export function RelationBadges({ id, isDone }: { id: Id; isDone: boolean }) {
  const badges = useCardBadges(id)
  if (!badges) return null
  const blockers = isDone ? [] : badges.blockers.filter((each) => !each.done)
  return (
    <>
      {badges.progress ? <ChildrenProgress {...badges.progress} /> : null}
      {blockers.length > 0 ? <BlockedBadge keys={blockers.map(({ key }) => key)} /> : null}
    </>
  )
}

/** The number of child tasks that are done. */
export function ChildrenProgress({ done, total }: { done: number; total: number }) {
  const text = `${done} of ${total} ${total === 1 ? 'child' : 'children'} done`
  return (
    <span data-tooltip={text} className="flex shrink-0 items-center gap-1 tabular-nums">
      <StatusIcon
        category={done === total ? 'done' : done > 0 ? 'in_progress' : 'todo'}
        hue="teal"
        fraction={done / total}
      />
      <span aria-hidden>{`${done}/${total}`}</span>
      <span className="sr-only">{text}</span>
    </span>
  )
}

/** Names the tasks that block a task. */
export function BlockedBadge({ keys }: { keys: string[] }) {
  const text = `Blocked by ${new Intl.ListFormat('en').format(keys)}`
  return (
    <span
      role="img"
      aria-label={text}
      data-tooltip={text}
      className="flex shrink-0 text-danger-ink"
    >
      <OctagonMinus aria-hidden className="size-3.5" />
    </span>
  )
}
