'use client'

import { useCallback } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { SprintContents } from '@/domain/sprint/figures'
import type { Id } from '@/domain/words'
import { useAsked } from './useAsked'

/** What a sprint holds, current while it is wanted. */
export function useContents(sprintId: Id, wanted: boolean) {
  const { projectId } = useStore()
  const ask = useCallback(
    () => trpc.sprint.contents.query({ projectId, sprintId }) as Promise<SprintContents>,
    [projectId, sprintId],
  )
  return useAsked(wanted ? ask : null)
}
