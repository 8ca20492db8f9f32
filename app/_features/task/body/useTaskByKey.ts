'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { projectKeyOf, routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { Id } from '@/domain/kernel/primitives'
import { parseTaskNumber } from '../parseTaskNumber'

/** The result of looking up a task key. */
export type TaskByKeyState =
  | { state: 'ready'; id: Id }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; retry: () => void }

type TaskLookup = { key: string; outcome: Id | 'missing' | 'failed' | null }

/** Looks up a task by key: first among the loaded cards, then on the server. */
export function useTaskByKey(taskKey: string): TaskByKeyState {
  const store = useProjectStore()
  const router = useRouter()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const [lookup, setLookup] = useState<TaskLookup | null>(null)
  const number = projectKeyOf(taskKey) === key ? parseTaskNumber(taskKey) : null
  const loadedId = number === null ? undefined : findLoadedTask(store, number)
  const lookupOutcome = lookup?.key === taskKey ? lookup.outcome : null

  const lookUp = useCallback(async () => {
    if (number === null) return
    setLookup(null)
    const outcome = await apiClient.task.get
      .query({ projectId: store.projectId, number })
      .then(({ task, movedTo }) => {
        if (movedTo) router.replace(routes.taskOnBoard(slug, movedTo))
        return movedTo ? null : task.id
      })
      .catch((error) => (error.data?.code === 'NOT_FOUND' ? 'missing' : 'failed'))
    setLookup({ key: taskKey, outcome })
  }, [store, number, taskKey, router, slug])
  const needsLookup = loadedId === undefined && number !== null
  useEffect(() => {
    if (needsLookup) void lookUp()
  }, [needsLookup, lookUp])

  const id = loadedId ?? lookupOutcome
  if (number === null || id === 'missing') return { state: 'missing' }
  if (id === 'failed') return { state: 'failed', retry: () => void lookUp() }
  return id ? { state: 'ready', id } : { state: 'loading' }
}

function findLoadedTask(store: ReturnType<typeof useProjectStore>, number: number): Id | undefined {
  for (const card of store.optimisticState.cards.values())
    if (card.number === number && !card.movedTo) return card.id
  return undefined
}
