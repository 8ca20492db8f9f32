'use client'

import { useMemo } from 'react'
import { type TaskCommands, useTaskActions } from '@/app/_features/task/useTaskActions'
import type { RankPosition } from '@/domain/kernel/rank'
import { statusOfCell, swimlaneOfCell } from '../state/boardCell'
import type { BoardUi, CardDrag } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'

/** Moves cards after a drop, a key or a menu action. */
export interface CardActions extends TaskCommands {
  /** Drops the dragged card at its target. Leaves it where it was when there is no target. */
  drop: () => void
}

/** Moves cards and offers to undo each move. */
export function useCardActions(): CardActions {
  const boardUi = useBoardUi()
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
          const swimlane = swimlaneOfCell(cell)
          const isNewInSwimlane =
            swimlane !== null && !boardUi.columns.get(cell)?.ids().includes(drag.taskId)
          if (isNewInSwimlane) boardUi.moveToSwimlane?.(drag.taskId, swimlane)
          const keepsStatus = statusOfCell(cell) === drag.fromStatusId
          // The only card of its swimlane cell keeps its rank in the column.
          if (!(isNewInSwimlane && keepsStatus && position.end))
            taskActions.moveTo(drag.taskId, statusOfCell(cell), position)
        }
        boardUi.update({ drag: null })
      },
    }),
    [boardUi, taskActions],
  )
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
