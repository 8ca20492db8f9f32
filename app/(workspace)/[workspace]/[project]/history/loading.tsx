import { Skeleton } from '@/app/_ui/Skeleton'
import { LinesSkeleton } from './list/LinesSkeleton'

/** The shape of a history while its first page is read. */
export default function HistoryLoading() {
  return (
    <>
      <div className="flex h-bar shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-5 w-32" />
      </div>
      <div className="mx-auto w-full max-w-200 px-3 md:px-4">
        <LinesSkeleton />
      </div>
    </>
  )
}
