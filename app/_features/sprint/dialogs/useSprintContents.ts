'use client'

import { useCallback } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { Id } from '@/domain/kernel/primitives'
import type { SprintContents } from '@/domain/views/sprints'

/** Returns the contents of a sprint, kept current while enabled. */
export function useSprintContents(sprintId: Id, enabled: boolean) {
  const { projectId } = useProjectStore()
  const query = useCallback(
    () => apiClient.sprint.contents.query({ projectId, sprintId }) as Promise<SprintContents>,
    [projectId, sprintId],
  )
  return useLiveQuery(enabled ? query : null)
}
