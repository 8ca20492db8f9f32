'use client'

import type { MouseEvent } from 'react'
import { useMark } from '@/app/_client/marks/useMark'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Mark } from '@/domain/relations'
import type { Id } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { Blocked, Progress } from '../../../../_task/kin/KinMarks'
import { openTask } from '../../board/task-address'
import { useBoard } from '../../board/useBoard'

/** What a row says of its kin: what it is a part of, how far its children are, what blocks it. */
export function RowKin({ id, done }: { id: Id; done: boolean }) {
  const mark = useMark(id)
  if (!mark) return null
  const blockers = done ? [] : mark.blockers.filter((each) => !each.done)
  return (
    <span className="relative z-1 flex min-w-0 shrink-0 items-center gap-2 text-tiny text-muted">
      {mark.parent ? <ParentChip parent={mark.parent} /> : null}
      {mark.progress ? (
        <span className="hidden sm:flex">
          <Progress {...mark.progress} />
        </span>
      ) : null}
      {blockers.length > 0 ? <Blocked keys={blockers.map(({ key }) => key)} /> : null}
    </span>
  )
}

/** What a row is a part of and how far all of it has come; opens it beside the backlog. */
function ParentChip({ parent }: { parent: NonNullable<Mark['parent']> }) {
  const { slug } = useBoard()
  const progress = useMark(parent.id)?.progress
  const far = progress ? `${progress.done} of ${progress.all} done` : null
  const open = (event: MouseEvent) => {
    // The row around it opens at a click on its own link.
    event.stopPropagation()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    openTask(parent.key)
  }
  return (
    <a
      href={addresses.task(slug, parent.key)}
      draggable={false}
      tabIndex={-1}
      onClick={open}
      data-tip={[`Part of ${parent.key} ${parent.title}`, far].filter(Boolean).join(', ')}
      className="hidden h-5 max-w-52 items-center gap-1 rounded-chip hover:text-text hover:underline lg:flex"
    >
      <TypeGlyph type={parent.type} decorative />
      <span className="sr-only">{`Part of ${parent.key} `}</span>
      <span className="truncate">{parent.title}</span>
      {progress ? (
        <span className="shrink-0 text-faint tabular-nums">
          <span aria-hidden>{`${progress.done}/${progress.all}`}</span>
          <span className="sr-only">{`, ${far}`}</span>
        </span>
      ) : null}
    </a>
  )
}
