'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useBoardUi, useBoardUiState } from '@/app/_features/board/useBoardUi'
import { LazyBulkBar } from '@/app/_features/bulk/LazyBulkBar'
import { closeTaskPanel } from '@/app/_features/task/openTaskPanel'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import type { Id } from '@/domain/kernel/primitives'
import { useBacklogUi } from '../state/useBacklogUi'
import { useBacklogCommands } from './useBacklogCommands'

const TaskPanel = lazyComponent(() =>
  import('@/app/_features/task/TaskPanel').then((module) => module.TaskPanel),
)
const BacklogRowPopup = lazyComponent(
  () => import('../menus/BacklogRowPopup').then((module) => module.BacklogRowPopup),
  {
    buffersKeys: true,
  },
)

/** The overlays of the backlog, each loaded on first use: the open task, menus and lists. */
export function BacklogOverlays() {
  const boardUi = useBoardUi()
  const backlogUi = useBacklogUi()
  const taskKey = useSearchParams().get('task')
  const hasOpenPopup = useBoardUiState((state) => state.openPopup !== null)
  const [hasOpenedPopup, setHasOpenedPopup] = useState(false)
  if (hasOpenPopup && !hasOpenedPopup) setHasOpenedPopup(true)
  useBacklogCommands()

  useEffect(
    () =>
      onFirstInteraction(() => {
        void BacklogRowPopup.preload()
        void TaskPanel.preload()
      }),
    [],
  )

  const closePanel = (taskId?: Id) => {
    closeTaskPanel()
    const id = taskId ?? boardUi.state.activeCardId
    if (id && backlogUi.sectionOf(id)) boardUi.focusCard(id)
  }
  return (
    <>
      {taskKey ? <TaskPanel taskKey={taskKey} onClose={closePanel} /> : null}
      {hasOpenedPopup ? <BacklogRowPopup /> : null}
      <LazyBulkBar />
    </>
  )
}
