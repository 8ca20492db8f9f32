'use client'

import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { Id } from '@/domain/kernel/primitives'

/** Returns the contents of a sprint, kept current while enabled. */
export function useSprintContents(sprintId: Id, enabled: boolean) {
  const { projectId } = useProjectStore()
  const query = trpc.sprint.contents.useQuery({ projectId, sprintId }, { enabled })
  return useLiveQuery(query, { enabled })
}
