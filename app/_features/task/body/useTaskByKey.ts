'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { trpc } from '@/app/_api/trpc'
import { parseTaskNumber } from '@/app/_features/shell/parseTaskNumber'
import { projectKeyOf, routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { Id } from '@/domain/kernel/primitives'

/** The task with a key, or its loading state. */
export type TaskByKeyState =
  | { state: 'ready'; id: Id }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; retry: () => void }

/** Returns the task with a key: from the loaded cards, otherwise from the server. */
export function useTaskByKey(taskKey: string): TaskByKeyState {
  const store = useProjectStore()
  const router = useRouter()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const number = projectKeyOf(taskKey) === key ? parseTaskNumber(taskKey) : null
  const loadedId = number === null ? undefined : findLoadedTask(store, number)
  const needsLookup = loadedId === undefined && number !== null
  const { data, error, refetch } = trpc.task.get.useQuery(
    { projectId: store.projectId, number: number ?? 0 },
    { enabled: needsLookup, staleTime: 0 },
  )
  const movedTo = needsLookup ? data?.movedTo : null
  useEffect(() => {
    if (movedTo) router.replace(routes.taskOnBoard(slug, movedTo))
  }, [movedTo, router, slug])

  if (loadedId) return { state: 'ready', id: loadedId }
  if (number === null || error?.data?.code === 'NOT_FOUND') return { state: 'missing' }
  if (data && !movedTo) return { state: 'ready', id: data.task.id }
  return error ? { state: 'failed', retry: () => void refetch() } : { state: 'loading' }
}

function findLoadedTask(store: ReturnType<typeof useProjectStore>, number: number): Id | undefined {
  for (const card of store.optimisticState.cards.values())
    if (card.number === number && !card.movedTo) return card.id
  return undefined
}
