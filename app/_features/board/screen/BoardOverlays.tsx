'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { LazyBulkBar } from '@/app/_features/bulk/LazyBulkBar'
import { closeTaskPanel } from '@/app/_features/task/openTaskPanel'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import type { Id } from '@/domain/kernel/primitives'
import { preloadNewCardForm } from '../column/ColumnFooter'
import { revealAndFocusCard } from '../keys/cardNavigation'
import { useBoardUi, useBoardUiState } from '../useBoardUi'
import { useBoardCommands } from './useBoardCommands'

const TaskPanel = lazyComponent(() =>
  import('@/app/_features/task/TaskPanel').then((module) => module.TaskPanel),
)
const BoardCardPopup = lazyComponent(
  () => import('../menus/BoardCardPopup').then((module) => module.BoardCardPopup),
  {
    buffersKeys: true,
  },
)

/** The overlays of the board, each loaded on first use: the open task, menus and lists. */
export function BoardOverlays() {
  const boardUi = useBoardUi()
  const taskKey = useSearchParams().get('task')
  const hasOpenPopup = useBoardUiState((state) => state.openPopup !== null)
  const [hasOpenedPopup, setHasOpenedPopup] = useState(false)
  if (hasOpenPopup && !hasOpenedPopup) setHasOpenedPopup(true)
  useBoardCommands()

  useEffect(
    () =>
      onFirstInteraction(() => {
        void BoardCardPopup.preload()
        void preloadNewCardForm()
        void TaskPanel.preload()
      }),
    [],
  )

  const closePanel = (taskId?: Id) => {
    closeTaskPanel()
    const id = taskId ?? boardUi.state.activeCardId
    const isShown = [...boardUi.columns.values()].some((column) => id && column.ids().includes(id))
    if (id && isShown) revealAndFocusCard(boardUi, id)
  }
  return (
    <>
      {taskKey ? <TaskPanel taskKey={taskKey} onClose={closePanel} /> : null}
      {hasOpenedPopup ? <BoardCardPopup /> : null}
      <LazyBulkBar />
    </>
  )
}
