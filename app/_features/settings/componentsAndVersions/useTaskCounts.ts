'use client'

import { useCallback, useEffect, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useOnEvents } from '@/app/_replica/react/projectHooks'
import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'

/** Returns the task counts of each component and version. Refetches when the project changes. */
export function useTaskCounts(): Record<Id, ChildProgress> {
  const store = useProjectStore()
  const [taskCounts, setTaskCounts] = useState<Record<Id, ChildProgress>>({})
  const load = useCallback(async () => {
    const result = await apiClient.version.progress
      .query({ projectId: store.projectId })
      .catch(() => null)
    if (result) setTaskCounts(result.progress)
  }, [store])
  useEffect(() => void load(), [load])
  useOnEvents((events) => {
    if (events.some(({ type }) => type.startsWith('task.') || /\.(removed|restored)$/.test(type)))
      void load()
  })
  return taskCounts
}
