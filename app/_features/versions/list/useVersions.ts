'use client'

import { useCallback } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import {
  NO_TASKS,
  NO_TIME,
  type VersionList,
  type VersionWithTotals,
} from '@/domain/views/versions'

/** Returns the current versions: names and states from the replica, totals from the server. */
export function useVersions(initial: VersionList): VersionWithTotals[] {
  const { projectId } = useProjectStore()
  const query = useCallback(
    () => apiClient.version.list.query({ projectId }) as Promise<VersionList>,
    [projectId],
  )
  const { versions } = useLiveQuery(query, initial).data ?? initial
  const totalsById = new Map(versions.map((each) => [each.id, each]))
  return activeOnly(useProject().fixVersions).map((each) => ({
    ...each,
    taskCounts: totalsById.get(each.id)?.taskCounts ?? NO_TASKS,
    time: totalsById.get(each.id)?.time ?? NO_TIME,
  }))
}
