'use client'

import { useCallback } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { Id, Priority } from '@/domain/kernel/primitives'
import { type SwimlaneGrouping, swimlaneFieldValue } from '@/domain/views/swimlanes'

/**
 * Returns a function that gives a card the value of its new swimlane: this person only, this parent
 * or this priority.
 */
export function useMoveToSwimlane(
  grouping: SwimlaneGrouping,
): (taskId: Id, swimlane: string) => void {
  const store = useProjectStore()
  return useCallback(
    (taskId, swimlane) => {
      const card = store.optimisticState.cards.get(taskId)
      const field = swimlaneFieldValue({ groupBy: grouping, id: swimlane })
      if (!card || !field) return
      if (grouping === 'epic') store.send({ type: 'task.setParent', taskId, parentId: field.id })
      else if (grouping === 'priority') {
        store.send({ type: 'task.edit', taskId, set: { priority: Number(field.id) as Priority } })
      } else {
        const people = field.id ? [field.id] : []
        const remove = { assignees: card.assignees.filter((id) => !people.includes(id)) }
        store.send({ type: 'task.edit', taskId, add: { assignees: people }, remove })
      }
    },
    [store, grouping],
  )
}
