import { HistorySkeleton } from '@/app/_features/history/HistorySkeleton'
import { ScreenSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of a history while its first page loads. */
export default function HistoryLoading() {
  return (
    <ScreenSkeleton>
      <div className="mx-auto w-full max-w-200 px-3 md:px-4">
        <HistorySkeleton />
      </div>
    </ScreenSkeleton>
  )
}
