import { ScreenSkeleton } from '../../../_frame/ScreenSkeleton'
import { RowsSkeleton } from './list/RowsSkeleton'

/** The shape of a backlog while it is read. */
export default function BacklogLoading() {
  return (
    <ScreenSkeleton>
      <RowsSkeleton />
    </ScreenSkeleton>
  )
}
