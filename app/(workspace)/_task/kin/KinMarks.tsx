'use client'

import { OctagonMinus } from 'lucide-react'
import { useMark } from '@/app/_client/marks/useMark'
import { NearLink } from '@/app/_ui/NearLink'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Id } from '@/domain/words'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'

/** The parent of a card, as a link that leads to it. */
export function ParentChip({ id }: { id: Id }) {
  const parent = useMark(id)?.parent
  const { slug } = useWorkspace()
  if (!parent) return null
  return (
    <NearLink
      href={addresses.taskOnBoard(slug, parent.key)}
      draggable={false}
      tabIndex={-1}
      data-tip={`Part of ${parent.key} ${parent.title}`}
      // The card around it opens at a click on its own link.
      onClick={(event) => event.stopPropagation()}
      className="relative z-10 min-w-0 truncate rounded-chip text-tiny text-muted hover:text-text hover:underline"
    >
      <span className="sr-only">{`Part of ${parent.key} `}</span>
      {parent.title}
    </NearLink>
  )
}

/** How far a card's children have come, and what keeps it from going on. */
export function KinMarks({ id, done }: { id: Id; done: boolean }) {
  const mark = useMark(id)
  if (!mark) return null
  const blockers = done ? [] : mark.blockers.filter((each) => !each.done)
  return (
    <>
      {mark.progress ? <Progress {...mark.progress} /> : null}
      {blockers.length > 0 ? <Blocked keys={blockers.map(({ key }) => key)} /> : null}
    </>
  )
}

/** How many of the tasks below one are done. */
export function Progress({ done, all }: { done: number; all: number }) {
  const words = `${done} of ${all} ${all === 1 ? 'child' : 'children'} done`
  return (
    <span data-tip={words} className="flex shrink-0 items-center gap-1 tabular-nums">
      <StatusRing
        category={done === all ? 'done' : done > 0 ? 'in_progress' : 'todo'}
        hue="teal"
        part={done / all}
      />
      <span aria-hidden>{`${done}/${all}`}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}

/** Says that a task cannot go on, and because of which. */
export function Blocked({ keys }: { keys: string[] }) {
  const words = `Blocked by ${new Intl.ListFormat('en').format(keys)}`
  return (
    <span role="img" aria-label={words} data-tip={words} className="flex shrink-0 text-danger-ink">
      <OctagonMinus aria-hidden className="size-3.5" />
    </span>
  )
}
