'use client'

import { useCallback } from 'react'
import { v7 as newId } from 'uuid'
import type { BacklogSection } from '@/app/_replica/react/backlogHooks'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { TaskType } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION, sprintOfSection } from '@/domain/views/backlog'

type NewTask = { title: string; taskType: TaskType }

/**
 * Returns a function that creates a task in the board's first column and plans it into a section.
 */
export function useCreateTaskInSection(): (section: BacklogSection, newTask: NewTask) => void {
  const store = useProjectStore()
  return useCallback(
    ({ id, complete }, newTask) => {
      const firstStatus = store.optimisticState.project.statuses.find((status) => !status.removedAt)
      if (!firstStatus) return
      const taskId = newId()
      const position = { end: 'bottom' } as const
      store.send({ type: 'task.create', taskId, ...newTask, statusId: firstStatus.id, position })
      // A new task is ranked last, so it is already at the end of the backlog.
      if (id === BACKLOG_SECTION && complete) return
      // When not all rows are loaded, only the top of the section is sure to be in view.
      const end = complete ? 'bottom' : 'top'
      const tasks = [{ taskId }]
      store.send({ type: 'task.plan', tasks, sprintId: sprintOfSection(id), position: { end } })
    },
    [store],
  )
}
