import { BacklogSkeleton } from '@/app/_features/backlog/BacklogSkeleton'
import { ScreenSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The shape of a backlog while it is read. */
export default function BacklogLoading() {
  return (
    <ScreenSkeleton>
      <BacklogSkeleton />
    </ScreenSkeleton>
  )
}
