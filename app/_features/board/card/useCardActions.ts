'use client'

import { useMemo } from 'react'
import type { MoveChanges } from '@/app/_features/task/moveChanges'
import { type TaskCommands, useTaskActions } from '@/app/_features/task/useTaskActions'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import type { RankPosition } from '@/domain/kernel/rank'
import { type BoardCell, statusOfCell, swimlaneOfCell } from '../state/boardCell'
import type { BoardUi, CardDrag } from '../state/boardUi'
import { swimlaneChanges } from '../swimlanes/swimlaneChanges'
import { useBoardUi } from '../useBoardUi'

/** Moves cards after a drop, a key or a menu action. */
export interface CardActions extends TaskCommands {
  /** Drops the dragged card at its target. Leaves it where it was when there is no target. */
  drop: () => void
}

/** Moves cards and offers to undo each move. */
export function useCardActions(): CardActions {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const taskActions = useTaskActions()
  return useMemo(
    () => ({
      ...taskActions,
      drop: () => {
        const { drag } = boardUi.state
        if (!drag) return
        const position = dropPosition(boardUi, drag)
        // One synchronous update, so that the card never flashes back to its old position.
        if (position && drag.target) {
          const { cell } = drag.target
          const statusId = statusOfCell(cell)
          const changes = changesInTargetSwimlane(
            boardUi,
            store.optimisticState.cards.get(drag.taskId),
            cell,
          )
          // The only card of its swimlane cell keeps its rank in the column.
          if (changes && statusId === drag.fromStatusId && position.end)
            taskActions.change(drag.taskId, changes)
          else taskActions.moveTo(drag.taskId, statusId, position, { changes: changes ?? {} })
        }
        boardUi.update({ drag: null })
      },
    }),
    [boardUi, taskActions, store],
  )
}

/** Returns what the target swimlane changes of the card; null in its own, or without swimlanes. */
function changesInTargetSwimlane(
  { swimlaneGrouping: groupBy, columns }: BoardUi,
  card: ReplicaCard | undefined,
  cell: BoardCell,
): MoveChanges | null {
  const id = swimlaneOfCell(cell)
  if (!card || !groupBy || id === null || columns.get(cell)?.ids().includes(card.id)) return null
  return swimlaneChanges(card, { groupBy, id })
}

/** Returns the neighbours at the drop target, or null when the card is already there. */
function dropPosition(boardUi: BoardUi, { taskId, target }: CardDrag): RankPosition | null {
  const column = target ? boardUi.columns.get(target.cell) : undefined
  if (!target || !column) return null
  const ids = column.ids()
  const currentIndex = ids.indexOf(taskId)
  if (target.index === currentIndex) return null
  const otherIds = ids.filter((id) => id !== taskId)
  const previousId = otherIds[target.index - 1]
  const nextId = otherIds[target.index]
  if (!previousId && !nextId) return { end: 'top' }
  return { ...(previousId && { after: previousId }), ...(nextId && { before: nextId }) }
}
