'use client'

import type { MouseEvent } from 'react'
import { useBoard } from '@/app/_features/board/useBoard'
import { routes } from '@/app/_features/shell/routes'
import { openTaskPanel } from '@/app/_features/task/openTaskPanel'
import { BlockedBadge, ChildrenProgress } from '@/app/_features/task/RelationBadges'
import { useCardBadges } from '@/app/_replica/badges/useCardBadges'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'

/** The relations of a row's task: its parent, the progress of its children and what blocks it. */
export function RowRelations({ id, isDone }: { id: Id; isDone: boolean }) {
  const badges = useCardBadges(id)
  if (!badges) return null
  const blockers = isDone ? [] : badges.blockers.filter((each) => !each.done)
  return (
    <span className="relative z-1 flex min-w-0 shrink-0 items-center gap-2 text-xs text-muted">
      {badges.parent ? <RowParentLink parent={badges.parent} /> : null}
      {badges.progress ? (
        <span className="hidden sm:flex">
          <ChildrenProgress {...badges.progress} />
        </span>
      ) : null}
      {blockers.length > 0 ? <BlockedBadge keys={blockers.map(({ key }) => key)} /> : null}
    </span>
  )
}

/** The parent of a task and its progress. Opens the parent beside the backlog. */
function RowParentLink({ parent }: { parent: NonNullable<CardBadges['parent']> }) {
  const { slug } = useBoard()
  const progress = useCardBadges(parent.id)?.progress
  const progressLabel = progress ? `${progress.done} of ${progress.total} done` : null
  const openParent = (event: MouseEvent) => {
    // The row around this link opens its own task on click.
    event.stopPropagation()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    openTaskPanel(parent.key)
  }
  return (
    <a
      href={routes.task(slug, parent.key)}
      draggable={false}
      tabIndex={-1}
      onClick={openParent}
      data-tooltip={[`Part of ${parent.key} ${parent.title}`, progressLabel]
        .filter(Boolean)
        .join(', ')}
      className="hidden h-5 max-w-52 items-center gap-1 rounded-chip hover:text-text hover:underline lg:flex"
    >
      <TaskTypeIcon type={parent.type} decorative />
      <span className="sr-only">{`Part of ${parent.key} `}</span>
      <span className="truncate">{parent.title}</span>
      {progress ? (
        <span className="shrink-0 text-faint tabular-nums">
          <span aria-hidden>{`${progress.done}/${progress.total}`}</span>
          <span className="sr-only">{`, ${progressLabel}`}</span>
        </span>
      ) : null}
    </a>
  )
}
