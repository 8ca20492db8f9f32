'use client'

import { useMemo } from 'react'
import { type TaskCommands, useTaskActions } from '@/app/_features/task/useTaskActions'
import type { RankPosition } from '@/domain/kernel/rank'
import { statusOfCell, swimlaneOfCell } from '../state/boardCell'
import type { BoardUi, CardDrag } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'

/** What moves cards, from a drop, a key or a menu alike. */
export interface CardActions extends TaskCommands {
  /** Puts down what is in hand where it points; leaves it where it was when that is nowhere. */
  drop: () => void
}

/** Moves with their undo. */
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
        // In one go, so that the card rests where it was put without a frame in between.
        if (position && drag.target) {
          const { cell } = drag.target
          const swimlane = swimlaneOfCell(cell)
          const isNewInSwimlane =
            swimlane !== null && !boardUi.columns.get(cell)?.ids().includes(drag.taskId)
          if (isNewInSwimlane) boardUi.moveToSwimlane?.(drag.taskId, swimlane)
          const keepsStatus = statusOfCell(cell) === drag.fromStatusId
          // Alone in its row, it keeps its place in the column.
          if (!(isNewInSwimlane && keepsStatus && position.end))
            taskActions.moveTo(drag.taskId, statusOfCell(cell), position)
        }
        boardUi.update({ drag: null })
      },
    }),
    [boardUi, taskActions],
  )
}

/** The neighbours that a hand points between; null where that is where the card stands. */
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
