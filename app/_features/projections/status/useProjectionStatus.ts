import { useCallback, useEffect, useState } from 'react'
import { apiClient, type RouterOutputs } from '@/app/_api/apiClient'

type ProjectionStatuses = RouterOutputs['projections']['status']

const POLL_MS = 3_000

/**
 * The state of all projections, asked for again every three seconds while somebody looks.
 * `isUnreachable` says that the last answer is missing; `refresh` asks at once.
 */
export function useProjectionStatus(workspace: string, initial: ProjectionStatuses) {
  const [projections, setProjections] = useState(initial)
  const [isUnreachable, setIsUnreachable] = useState(false)

  const refresh = useCallback(async () => {
    try {
      setProjections(await apiClient.projections.status.query({ workspace }))
      setIsUnreachable(false)
    } catch {
      setIsUnreachable(true)
    }
  }, [workspace])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isUnmounted = false
    const poll = async () => {
      if (document.visibilityState === 'visible') await refresh()
      if (!isUnmounted) timer = setTimeout(poll, POLL_MS)
    }
    timer = setTimeout(poll, POLL_MS)
    return () => {
      isUnmounted = true
      clearTimeout(timer)
    }
  }, [refresh])

  return { projections, isUnreachable, refresh }
}
