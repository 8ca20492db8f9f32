'use client'

import { Ellipsis } from 'lucide-react'
import { memo, useRef } from 'react'
import { useCard, useIsPending } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { useIsSelected } from '../../../../_select/useSelection'
import { useDeskPart } from '../desk/useDesk'
import { useCardDrag } from '../drag/useCardDrag'
import { useBoard } from '../useBoard'
import { Arrival } from './Arrival'
import { CardFace } from './CardFace'
import { Marks } from './Marks'
import { useWantedFocus } from './useWantedFocus'

type Props = {
  id: Id
  done: boolean
  lifted: boolean
  /** Tab comes to this card of its column; the arrows lead on from there. */
  stop: boolean
}

/** One card of a column: a link to its task that can be dragged, and acted on by keys or menu. */
export const Card = memo(function Card({ id, done, lifted, stop }: Props) {
  const { slug, projectKey, mayChange, askMenu } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const pending = useIsPending(id)
  const asked = useDeskPart((desk) => desk.asking?.taskId === id)
  const selected = useIsSelected(id)
  useCardDrag(element, id, mayChange)
  useWantedFocus(link, id)
  if (!card) return <div className="h-22 rounded-card bg-hover" />

  const taskKey = `${projectKey}-${card.number}`
  return (
    <article
      ref={element}
      data-card={id}
      aria-busy={pending || undefined}
      className={cx(
        'group relative isolate rounded-card border bg-raised px-3 py-2.5 transition-colors select-none',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        lifted
          ? 'border-dashed border-edge bg-sunken *:opacity-0'
          : asked || selected
            ? 'border-accent'
            : 'border-line hover:border-edge',
      )}
    >
      <Arrival id={id} />
      {selected ? (
        <span className="pointer-events-none absolute inset-0 -z-1 rounded-card bg-accent/10">
          <span className="sr-only">Selected</span>
        </span>
      ) : null}
      <CardFace
        card={card}
        taskKey={taskKey}
        done={done}
        corner={<Marks id={id} />}
        title={
          <a
            ref={link}
            href={addresses.task(slug, taskKey)}
            draggable={false}
            tabIndex={stop ? 0 : -1}
            aria-label={`${taskKey} ${card.title}`}
            aria-describedby={mayChange ? 'card-keys' : undefined}
            className="outline-none after:absolute after:inset-0"
          >
            {card.title}
          </a>
        }
      />
      {mayChange && !lifted ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Actions for ${taskKey}`}
          aria-haspopup="menu"
          onClick={(event) => askMenu(id, event.currentTarget)}
          className={cx(
            'absolute top-1.5 right-1.5 flex size-6 items-center justify-center rounded-chip border border-line bg-raised text-muted opacity-0 hover:text-text',
            'group-hover:opacity-100 focus-visible:opacity-100 group-has-[a:focus-visible]:opacity-100',
            'touch:top-0 touch:right-0 touch:size-11 touch:border-transparent touch:bg-transparent touch:opacity-100',
          )}
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      ) : null}
    </article>
  )
})
