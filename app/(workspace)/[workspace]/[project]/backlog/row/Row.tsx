'use client'

import { memo, useCallback, useRef } from 'react'
import { useCard, useIsPending } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/words'
import { useSource } from '../../../../_drag/useSource'
import { useIsSelected, useSelection } from '../../../../_select/useSelection'
import { ActionsButton } from '../../board/card/ActionsButton'
import { Arrival } from '../../board/card/Arrival'
import { TaskLink } from '../../board/card/TaskLink'
import { useDeskPart } from '../../board/desk/useDesk'
import { useBoard } from '../../board/useBoard'
import { useHeldPart } from '../hand/useHand'
import { RowFace } from './RowFace'
import { RowTick } from './RowTick'

type Props = {
  id: Id
  /** Tab comes to this row; the arrows lead on from there. */
  stop: boolean
}

/** One task of a section: a link to it that can be selected, dragged, and acted on by keys or menu. */
export const Row = memo(function Row({ id, stop }: Props) {
  const { projectKey, mayChange } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const pending = useIsPending(id)
  const selected = useIsSelected(id)
  const held = useHeldPart((state) => state?.ids.includes(id) ?? false)
  const asked = useDeskPart((desk) => desk.asking?.taskId === id)
  const selection = useSelection()
  const count = useCallback(() => (selection.ids.has(id) ? selection.ids.size : 1), [selection, id])
  useSource(element, id, mayChange, count)
  if (!card) return <div className="h-full bg-hover" />

  const taskKey = `${projectKey}-${card.number}`
  return (
    <article
      ref={element}
      data-card={id}
      data-selected={selected || undefined}
      aria-busy={pending || undefined}
      className={cx(
        'group relative isolate flex h-full scroll-mt-11 items-center gap-2 px-3 transition-colors select-none md:px-4',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent',
        held && 'opacity-50',
        selected || asked ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <Arrival id={id} />
      {mayChange ? <RowTick id={id} taskKey={taskKey} /> : null}
      <RowFace
        card={card}
        taskKey={taskKey}
        title={
          <TaskLink id={id} taskKey={taskKey} title={card.title} stop={stop} keys="row-keys" />
        }
      />
      {mayChange ? (
        <ActionsButton
          id={id}
          taskKey={taskKey}
          className="relative z-1 -mr-1.5 shrink-0 hover:bg-raised touch:-mr-3"
        />
      ) : null}
    </article>
  )
})
