import { Skeleton } from '@/app/_ui/Skeleton'
import { RowsSkeleton } from './list/RowsSkeleton'

/** The shape of a backlog while it is read. */
export default function BacklogLoading() {
  return (
    <>
      <div className="flex h-bar shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-5 w-32" />
      </div>
      <RowsSkeleton />
    </>
  )
}
