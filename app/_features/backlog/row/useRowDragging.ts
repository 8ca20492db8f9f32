'use client'

import { type RefObject, useMemo } from 'react'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import type { DragHandlers } from '@/app/_features/drag/dragMonitor'
import { useDragMonitor } from '@/app/_features/drag/useDragMonitor'
import type { BacklogSectionId } from '@/domain/views/backlog'
import { usePlanActions } from '../planning/usePlanActions'
import type { BacklogUi } from '../state/backlogUi'
import { useBacklogUi } from '../state/useBacklogUi'

/** Turns mouse and touch drags into the backlog's drag state, and drops into plans. */
export function useRowDragging(list: RefObject<HTMLElement | null>): void {
  const backlogUi = useBacklogUi()
  const selection = useTaskSelection()
  const { drop } = usePlanActions()
  const handlers = useMemo<DragHandlers>(
    () => ({
      pickUp: (taskId) => {
        if (!selection.ids.has(taskId)) selection.clear()
        const ids = backlogUi.sortedByPosition(
          selection.ids.size > 0 ? selection.ids : new Set([taskId]),
        )
        backlogUi.setDrag({ ids, input: 'pointer', sourceId: taskId, target: null })
      },
      setTarget: (section, y) => updateDropTarget(backlogUi, section, y),
      drop,
      scrollerAt: () => list.current,
    }),
    [list, backlogUi, selection, drop],
  )
  useDragMonitor(list, handlers)
}

function updateDropTarget(backlogUi: BacklogUi, section: BacklogSectionId | null, y: number): void {
  const handle = section === null ? undefined : backlogUi.handles.get(section)
  if (section === null || !handle) {
    backlogUi.setDropTarget(null)
    return
  }
  const draggedIds = new Set(backlogUi.drag?.ids)
  const idsBefore = handle.ids().slice(0, handle.dropIndexAt(y))
  backlogUi.setDropTarget({ section, index: idsBefore.filter((id) => !draggedIds.has(id)).length })
}
