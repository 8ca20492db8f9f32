'use client'

import { useCallback, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { Instant } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import { EMPTY_SPRINT_TOTALS, type SprintPage, type SprintWithTotals } from '@/domain/views/sprints'

/**
 * Returns the current sprints: names and states from the replica, totals and completed sprints from
 * the server.
 */
export function useSprints(initial: SprintPage) {
  const { projectId } = useProjectStore()
  const replicaSprints = useProject().sprints
  const fetchPage = useCallback(
    (before: Instant | null) =>
      apiClient.sprint.list.query({ projectId, before }) as Promise<SprintPage>,
    [projectId],
  )
  const fetchFirstPage = useCallback(() => fetchPage(null), [fetchPage])
  const page = useLiveQuery(fetchFirstPage, initial).data ?? initial
  const [older, setOlder] = useState<Pick<SprintPage, 'closed' | 'next'> | null>(null)
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')
  const next = older ? older.next : page.next

  const loadMore = async () => {
    setState('loading')
    try {
      const nextPage = await fetchPage(next)
      setOlder((all) => ({
        closed: [...(all?.closed ?? []), ...nextPage.closed],
        next: nextPage.next,
      }))
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  const totalsById = new Map([...page.open, ...page.closed].map((each) => [each.id, each]))
  const currentSprints = replicaSprints
    .filter((each) => !each.removedAt)
    .map((each) => withTotals(each, totalsById))
  const justClosed = currentSprints.filter(
    (each) => each.state === 'closed' && !includesSprint(page.closed, each),
  )
  // A reopened sprint is already among the open ones.
  const closed = [...justClosed, ...page.closed, ...(older?.closed ?? [])].filter(
    (each) => !currentSprints.some((other) => other.id === each.id && other.state !== 'closed'),
  )
  return {
    open: currentSprints.filter((each) => each.state !== 'closed'),
    closed: [...new Map(closed.map((each) => [each.id, each])).values()],
    loadMore: next ? () => void loadMore() : null,
    state,
  }
}

const includesSprint = (list: readonly Sprint[], sprint: Sprint) =>
  list.some((each) => each.id === sprint.id)

function withTotals(
  sprint: Sprint,
  totalsById: ReadonlyMap<string, SprintWithTotals>,
): SprintWithTotals {
  const totals = totalsById.get(sprint.id)
  return {
    ...sprint,
    total: totals?.total ?? EMPTY_SPRINT_TOTALS,
    done: totals?.done ?? EMPTY_SPRINT_TOTALS,
  }
}
