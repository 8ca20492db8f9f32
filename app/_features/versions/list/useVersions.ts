'use client'

import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import { NO_TASKS, NO_TIME, type VersionWithTotals } from '@/domain/views/versions'

/** Returns the current versions: names and states from the replica, totals from the server. */
export function useVersions(): VersionWithTotals[] {
  const { projectId } = useProjectStore()
  const [{ versions }, query] = trpc.version.list.useSuspenseQuery({ projectId })
  useLiveQuery(query)
  const totalsById = new Map(versions.map((each) => [each.id, each]))
  return activeOnly(useProject().versions).map((each) => ({
    ...each,
    taskCounts: totalsById.get(each.id)?.taskCounts ?? NO_TASKS,
    time: totalsById.get(each.id)?.time ?? NO_TIME,
  }))
}
