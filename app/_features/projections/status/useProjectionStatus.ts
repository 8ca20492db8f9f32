import { useCallback, useEffect, useState } from 'react'
import { apiClient, type RouterOutputs } from '@/app/_api/apiClient'

type ProjectionStatuses = RouterOutputs['projections']['status']

const POLL_MS = 3_000

/**
 * Returns the state of all projections. Polls every three seconds while the page is visible.
 * `isUnreachable` is true when the last request failed; `refresh` sends a request at once.
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
