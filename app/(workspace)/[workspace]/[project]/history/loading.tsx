import { ScreenSkeleton } from '../../../_frame/ScreenSkeleton'
import { LinesSkeleton } from './list/LinesSkeleton'

/** The shape of a history while its first page is read. */
export default function HistoryLoading() {
  return (
    <ScreenSkeleton>
      <div className="mx-auto w-full max-w-200 px-3 md:px-4">
        <LinesSkeleton />
      </div>
    </ScreenSkeleton>
  )
}
