'use client'

import { useCallback } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Draft } from '@/app/_client/store/types'
import { fieldOfLane, type LanesBy } from '@/domain/lanes'
import type { Id, Priority } from '@/domain/words'
import { offerUndo } from '../../../../_task/acts/undo'

/** Gives a card what its new lane stands for: that person alone, that parent, that priority. */
export function useEnterLane(by: LanesBy): (taskId: Id, lane: string) => void {
  const store = useStore()
  return useCallback(
    (taskId, lane) => {
      const card = store.screen.cards.get(taskId)
      const aim = fieldOfLane({ by, id: lane })
      if (!card || !aim) return
      const change = (people: Id[], parentId: Id | null, priority: Priority): Draft => {
        if (by === 'epic') return { type: 'task.nest', taskId, parentId }
        if (by === 'priority') return { type: 'task.edit', taskId, set: { priority } }
        const now = store.screen.cards.get(taskId)?.assignees ?? []
        const remove = { assignees: now.filter((id) => !people.includes(id)) }
        return { type: 'task.edit', taskId, add: { assignees: people }, remove }
      }
      const { assignees, parentId, priority } = card
      store.send(change(aim.id ? [aim.id] : [], aim.id, Number(aim.id) as Priority))
      offerUndo(() => void store.send(change(assignees, parentId, priority)))
    },
    [store, by],
  )
}
