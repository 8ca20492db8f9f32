'use client'

import { useCallback } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { fieldOfLane, type LanesBy } from '@/domain/lanes'
import type { Id, Priority } from '@/domain/words'

/** Gives a card what its new lane stands for: that person alone, that parent, that priority. */
export function useEnterLane(by: LanesBy): (taskId: Id, lane: string) => void {
  const store = useStore()
  return useCallback(
    (taskId, lane) => {
      const card = store.screen.cards.get(taskId)
      const aim = fieldOfLane({ by, id: lane })
      if (!card || !aim) return
      if (by === 'epic') store.send({ type: 'task.nest', taskId, parentId: aim.id })
      else if (by === 'priority') {
        store.send({ type: 'task.edit', taskId, set: { priority: Number(aim.id) as Priority } })
      } else {
        const people = aim.id ? [aim.id] : []
        const remove = { assignees: card.assignees.filter((id) => !people.includes(id)) }
        store.send({ type: 'task.edit', taskId, add: { assignees: people }, remove })
      }
    },
    [store, by],
  )
}
