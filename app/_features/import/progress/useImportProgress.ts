import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { trpc } from '@/app/_api/trpc'
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
  const { data: progress = initial, isError } = trpc.import.progress.useQuery(
    { workspace, id: initial.id },
    {
      refetchInterval: ({ state }) => (isInProgress(state.data ?? initial) ? POLL_MS : false),
      refetchIntervalInBackground: true,
    },
  )
  const isBusy = isInProgress(progress)
  const wasBusy = useRef(isBusy)
  useEffect(() => {
    if (wasBusy.current && !isBusy) router.refresh()
    wasBusy.current = isBusy
  }, [isBusy, router])
  return { progress, isUnreachable: isError }
}
