'use client'

import { Ellipsis } from 'lucide-react'
import { memo, useRef } from 'react'
import { useCard, useIsPending } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { useIsSelected } from '../../../../_select/useSelection'
import { Arrival } from '../../board/card/Arrival'
import { useWantedFocus } from '../../board/card/useWantedFocus'
import { useDeskPart } from '../../board/desk/useDesk'
import { useBoard } from '../../board/useBoard'
import { useHeldPart } from '../hand/useHand'
import { useRowDrag } from '../hand/useRowDrag'
import { RowFace } from './RowFace'
import { RowTick } from './RowTick'

type Props = {
  id: Id
  /** Tab comes to this row; the arrows lead on from there. */
  stop: boolean
}

/** One task of a section: a link to it that can be selected, dragged, and acted on by keys or menu. */
export const Row = memo(function Row({ id, stop }: Props) {
  const { slug, projectKey, mayChange, askMenu } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const pending = useIsPending(id)
  const selected = useIsSelected(id)
  const held = useHeldPart((state) => state?.ids.includes(id) ?? false)
  const asked = useDeskPart((desk) => desk.asking?.taskId === id)
  useRowDrag(element, id, mayChange)
  useWantedFocus(link, id)
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
          <a
            ref={link}
            href={addresses.task(slug, taskKey)}
            draggable={false}
            tabIndex={stop ? 0 : -1}
            aria-label={`${taskKey} ${card.title}`}
            aria-describedby={mayChange ? 'row-keys' : undefined}
            className="outline-none after:absolute after:inset-0"
          >
            {card.title}
          </a>
        }
      />
      {mayChange ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Actions for ${taskKey}`}
          aria-haspopup="menu"
          onClick={(event) => askMenu(id, event.currentTarget)}
          className={cx(
            'relative z-1 -mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-chip text-muted opacity-0 hover:bg-raised hover:text-text',
            'group-hover:opacity-100 focus-visible:opacity-100 group-has-[a:focus-visible]:opacity-100',
            'touch:-mr-3 touch:size-11 touch:opacity-100',
          )}
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      ) : null}
    </article>
  )
})
