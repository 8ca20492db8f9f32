'use client'

import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { Sprint } from '@/domain/sprint/sprint'
import { EMPTY_SPRINT_TOTALS, type SprintWithTotals } from '@/domain/views/sprints'

/**
 * Returns the current sprints: names and states from the replica, totals and completed sprints from
 * the server.
 */
export function useSprints() {
  const { projectId } = useProjectStore()
  const replicaSprints = useProject().sprints
  const [{ pages }, query] = trpc.sprint.list.useSuspenseInfiniteQuery(
    { projectId },
    { getNextPageParam: (page) => page.next },
  )
  useLiveQuery(query)
  const open = pages[0]?.open ?? []
  const storedClosed = pages.flatMap((page) => page.closed)

  const totalsById = new Map([...open, ...storedClosed].map((each) => [each.id, each]))
  const currentSprints = replicaSprints
    .filter((each) => !each.removedAt)
    .map((each) => withTotals(each, totalsById))
  const justClosed = currentSprints.filter(
    (each) => each.state === 'closed' && !includesSprint(storedClosed, each),
  )
  // A reopened sprint is already among the open ones.
  const closed = [...justClosed, ...storedClosed].filter(
    (each) => !currentSprints.some((other) => other.id === each.id && other.state !== 'closed'),
  )
  return {
    open: currentSprints.filter((each) => each.state !== 'closed'),
    closed: [...new Map(closed.map((each) => [each.id, each])).values()],
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
    loadMoreFailed: query.isFetchNextPageError,
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
