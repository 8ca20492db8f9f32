'use client'

import { useMemo } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useAnnouncePresence } from '@/app/_replica/react/projectHooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { Id } from '@/domain/kernel/primitives'
import { findStatus } from '@/domain/project/project'
import { useCardActions } from '../card/useCardActions'
import { CARD_GAP } from '../column/cardPositions'
import { dropRejection } from '../column/dropRejection'
import { statusOfCell, swimlaneOfCell } from '../state/boardCell'
import type { BoardUi, CardDrag, CardDropTarget } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'
import { adjacentCell, cellOfCard, cellsInOrder, revealAndFocusCard } from './cardNavigation'

/** Picks up, moves and drops a card by keys. Announces every step to screen readers. */
export function useCardDragKeys() {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const setPresence = useAnnouncePresence()
  const { drop } = useCardActions()

  return useMemo(() => {
    const statusName = (id: string) => findStatus(store.optimisticState.project, id)?.name ?? ''
    const taskKeyOf = (id: Id) =>
      `${store.optimisticState.project.key}-${store.optimisticState.cards.get(id)?.number ?? ''}`
    const describeTarget = (drag: CardDrag, target: CardDropTarget) => {
      const column = boardUi.columns.get(target.cell)
      const extra = column?.ids().includes(drag.taskId) ? 0 : 1
      const count = (column?.ids().length ?? 0) + extra
      const columnTotal =
        swimlaneOfCell(target.cell) === null ? taskCountOf(target.cell) + extra : 0
      const total = Math.max(count, columnTotal)
      const swimlaneName = column?.element.dataset.swimlane
      const swimlaneSuffix = swimlaneName ? `, ${swimlaneName}` : ''
      return `${target.index + 1} of ${total} in ${statusName(statusOfCell(target.cell))}${swimlaneSuffix}`
    }
    const taskCountOf = (id: string) =>
      findStatus(store.optimisticState.project, id)?.taskCount ?? 0
    const announceNow = (text: string) => announce(text, 'assertive')
    const endDrag = (drag: CardDrag) => {
      setPresence(null)
      queueMicrotask(() => revealAndFocusCard(boardUi, drag.taskId))
    }

    const pickUp = (taskId: Id) => {
      const card = store.optimisticState.cards.get(taskId)
      const cell = cellOfCard(boardUi, taskId)
      const column = cell === null ? undefined : boardUi.columns.get(cell)
      const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(taskId)}"]`)
      if (!card || cell === null || !column || !element) return
      const target = { cell, index: column.ids().indexOf(taskId) }
      const height = element.offsetHeight + CARD_GAP
      const drag: CardDrag = {
        taskId,
        fromStatusId: card.statusId,
        input: 'keyboard',
        height,
        target,
      }
      boardUi.update({ activeCardId: taskId, drag })
      setPresence(taskId, 'dragging')
      announceNow(
        `${taskKeyOf(taskId)} picked up, ${describeTarget(drag, target)}. Arrows move it, Enter puts it down, Escape leaves it where it was.`,
      )
    }
    /**
     * Moves the drop target to the next position and announces why skipped columns do not accept
     * the card.
     */
    const moveTarget = (drag: CardDrag, from: CardDropTarget, key: string) => {
      const rejections: string[] = []
      const target = nextTarget(boardUi, drag, from, key, (id) => {
        const rejection = dropRejection(store, drag.taskId, statusOfCell(id))
        if (rejection) rejections.push(rejection.reason)
        return rejection === null
      })
      if (target) {
        boardUi.setDropTarget(target)
        scrollTargetIntoView(boardUi, target)
      }
      const said = [...rejections, ...(target ? [`${describeTarget(drag, target)}.`] : [])]
      if (said.length > 0) announceNow(said.join(' '))
    }
    const handleKey = (key: string): boolean => {
      const { drag } = boardUi.state
      if (!drag?.target) return false
      if (key === 'Escape') {
        boardUi.update({ drag: null })
        announceNow(`${taskKeyOf(drag.taskId)} left where it was.`)
        endDrag(drag)
      } else if (key === ' ' || key === 'Enter') {
        announceNow(`${taskKeyOf(drag.taskId)} put down, ${describeTarget(drag, drag.target)}.`)
        drop()
        endDrag(drag)
      } else moveTarget(drag, drag.target, key)
      return key !== 'Tab'
    }
    return {
      pickUp,
      press: handleKey,
      /** Cancels a keyboard drag when the focus moves elsewhere. */
      letGo: () => {
        const { drag } = boardUi.state
        if (drag?.input !== 'keyboard') return
        boardUi.update({ drag: null })
        setPresence(null)
      },
    }
  }, [boardUi, store, setPresence, drop])
}

function nextTarget(
  boardUi: BoardUi,
  { taskId }: CardDrag,
  { cell, index }: CardDropTarget,
  key: string,
  acceptsCard: (id: string) => boolean,
): CardDropTarget | null {
  const otherCardCount = (id: string) =>
    boardUi.columns
      .get(id)
      ?.ids()
      .filter((each) => each !== taskId).length ?? 0
  if (key === 'ArrowUp' && index > 0) return { cell, index: index - 1 }
  if (key === 'ArrowDown' && index < otherCardCount(cell)) return { cell, index: index + 1 }
  if (key === 'Home') return { cell, index: 0 }
  if (key === 'End') return { cell, index: otherCardCount(cell) }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = adjacentCell(boardUi, cell, key === 'ArrowUp' ? -1 : 1)
    // Past the end of a cell, the next swimlane begins.
    const end = key === 'ArrowUp' && next !== null ? otherCardCount(next) : 0
    return next !== null && acceptsCard(next) ? { cell: next, index: end } : null
  }
  const direction = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  return direction === 0 ? null : targetInAdjacentColumn({ cell, index }, direction)

  function targetInAdjacentColumn(from: CardDropTarget, direction: 1 | -1): CardDropTarget | null {
    const order = cellsInOrder(boardUi).filter(
      (each) => swimlaneOfCell(each) === swimlaneOfCell(from.cell),
    )
    for (
      let cellIndex = order.indexOf(from.cell) + direction;
      order[cellIndex] !== undefined;
      cellIndex += direction
    ) {
      const next = order[cellIndex] ?? ''
      if (acceptsCard(next))
        return { cell: next, index: Math.min(from.index, otherCardCount(next)) }
    }
    return null
  }
}

function scrollTargetIntoView(boardUi: BoardUi, { cell, index }: CardDropTarget): void {
  const column = boardUi.columns.get(cell)
  column?.scrollToIndex(Math.min(index, column.ids().length - 1))
  column?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
