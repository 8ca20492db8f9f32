'use client'

import { memo, useRef } from 'react'
import { useCard, useIsPending } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/words'
import { useSource } from '../../../../_drag/useSource'
import { useIsSelected } from '../../../../_select/useSelection'
import { useDeskPart } from '../desk/useDesk'
import { useBoard } from '../useBoard'
import { ActionsButton } from './ActionsButton'
import { Arrival } from './Arrival'
import { CardFace } from './CardFace'
import { Marks } from './Marks'
import { TaskLink } from './TaskLink'

type Props = {
  id: Id
  done: boolean
  lifted: boolean
  /** Tab comes to this card of its column; the arrows lead on from there. */
  stop: boolean
}

/** One card of a column: a link to its task that can be dragged, and acted on by keys or menu. */
export const Card = memo(function Card({ id, done, lifted, stop }: Props) {
  const { projectKey, mayChange } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const pending = useIsPending(id)
  const asked = useDeskPart((desk) => desk.asking?.taskId === id)
  const selected = useIsSelected(id)
  useSource(element, id, mayChange)
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
          <TaskLink id={id} taskKey={taskKey} title={card.title} stop={stop} keys="card-keys" />
        }
      />
      {mayChange && !lifted ? (
        <ActionsButton
          id={id}
          taskKey={taskKey}
          className="absolute top-1.5 right-1.5 border border-line bg-raised touch:top-0 touch:right-0 touch:border-transparent touch:bg-transparent"
        />
      ) : null}
    </article>
  )
})
