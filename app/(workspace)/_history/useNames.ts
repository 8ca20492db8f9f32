'use client'

import { useMemo } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { useWorkspace } from '../_frame/workspace'
import type { Names } from './names'
import type { Read } from './useHistory'

/** The names for what has been read of a history, with all that the project's screen knows. */
export function useNames({ events, people, tasks, conflicts }: Read): Names {
  const store = useStore()
  const { slug, time: work } = useWorkspace()
  const { key, statuses } = useProject()
  const everybody = usePeople()
  return useMemo(() => {
    const named = new Map(tasks.map(({ id, number, title }) => [id, { number, title }]))
    // Those that the screen holds are newer than what was read with a page.
    for (const { taskId } of events) {
      const card = taskId ? store.screen.cards.get(taskId) : undefined
      if (card) named.set(card.id, { number: card.number, title: card.title })
    }
    return {
      slug,
      projectKey: key,
      statuses,
      work,
      tasks: named,
      people: new Map([...people, ...everybody].map((person) => [person.id, person])),
      conflicts: new Map(conflicts.map((conflict) => [conflict.id, conflict])),
    }
  }, [store, slug, work, key, statuses, everybody, events, people, tasks, conflicts])
}
