import { BacklogSkeleton } from '@/app/_features/backlog/BacklogSkeleton'
import { ScreenSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of a backlog while it loads. */
export default function BacklogLoading() {
  return (
    <ScreenSkeleton>
      <BacklogSkeleton />
    </ScreenSkeleton>
  )
}
