'use client'

import { trpc } from '@/app/_api/trpc'
import { mayAffect } from '@/app/_replica/react/affectedQueries'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'

/** Returns the task counts of each component and version. Refetches when the project changes. */
export function useTaskCounts(): Record<Id, ChildProgress> {
  const { projectId } = useProjectStore()
  const { data } = useLiveQuery(trpc.version.progress.useQuery({ projectId }), {
    affects: affectsTaskCounts,
  })
  return data?.progress ?? {}
}

const affectsTaskCounts = (event: StoredEvent) => mayAffect('progress', event)
