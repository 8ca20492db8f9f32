'use client'

import { useCallback } from 'react'
import { v7 as newId } from 'uuid'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Section } from '@/app/_client/react/planHooks'
import { BACKLOG, sprintOfSection } from '@/domain/backlog'
import type { TaskType } from '@/domain/words'

type Words = { title: string; taskType: TaskType }

/** Makes a task in the first column of the board, and plans it into a section. */
export function useCreate(): (section: Section, words: Words) => void {
  const store = useStore()
  return useCallback(
    ({ id, complete }, words) => {
      const first = store.screen.project.statuses.find((status) => !status.removedAt)
      if (!first) return
      const taskId = newId()
      const place = { end: 'bottom' } as const
      store.send({ type: 'task.create', taskId, ...words, statusId: first.id, place })
      // A new task stands last in the whole order: at the end of the backlog, seen or not.
      if (id === BACKLOG && complete) return
      // Where there is more than is loaded, only the top is sure to be seen.
      const end = complete ? 'bottom' : 'top'
      const tasks = [{ taskId, baseVersion: 1 }]
      store.send({ type: 'task.plan', tasks, sprintId: sprintOfSection(id), place: { end } })
    },
    [store],
  )
}
