import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { type ImportSummary, isInProgress } from '../labels/importLabels'

const POLL_MS = 700

/**
 * Polls the progress of an import while it is running and refreshes the page when its state
 * changes. `isUnreachable` is true while the server does not answer.
 */
export function useImportProgress(
  workspace: string,
  initial: ImportSummary,
): { progress: ImportSummary; isUnreachable: boolean } {
  const router = useRouter()
  const [progress, setProgress] = useState(initial)
  const [isUnreachable, setIsUnreachable] = useState(false)
  const isBusyNow = isInProgress(progress)
  const { id } = initial

  useEffect(() => {
    if (!isBusyNow) return
    let timer: ReturnType<typeof setTimeout>
    let isUnmounted = false
    const poll = async () => {
      try {
        const next = await apiClient.import.progress.query({ workspace, id })
        if (isUnmounted) return
        setIsUnreachable(false)
        setProgress(next)
        if (!isInProgress(next)) return router.refresh()
      } catch {
        if (!isUnmounted) setIsUnreachable(true)
      }
      if (!isUnmounted) timer = setTimeout(poll, POLL_MS)
    }
    timer = setTimeout(poll, POLL_MS)
    return () => {
      isUnmounted = true
      clearTimeout(timer)
    }
  }, [isBusyNow, workspace, id, router])

  return { progress, isUnreachable }
}
