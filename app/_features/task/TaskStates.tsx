'use client'

import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import { ErrorState } from '@/app/_ui/ErrorState'
import { Loading, Skeleton } from '@/app/_ui/Skeleton'

/** The placeholder of a task while it loads. */
export function TaskSkeleton() {
  return (
    <Loading label="Loading the task">
      <div className="flex flex-col gap-3 px-4 pt-4 md:px-6">
        <Skeleton className="h-7 w-3/4" />
        <div className="flex gap-1.5">
          <Skeleton className="h-control w-24" />
          <Skeleton className="h-control w-20" />
          <Skeleton className="h-control w-28" />
        </div>
        <Skeleton className="mt-3 h-5 w-full" />
        <Skeleton className="h-5 w-11/12" />
        <Skeleton className="h-5 w-2/3" />
      </div>
    </Loading>
  )
}

/** Looks the same for missing tasks and for tasks that the reader may not see. */
export function TaskMissing({ boardHref }: { boardHref?: string }) {
  return (
    <EmptyState
      action={boardHref ? <ButtonLink href={boardHref}>Go to the board</ButtonLink> : undefined}
    >
      There is no such task here, or it is not shared with you.
    </EmptyState>
  )
}

/** The error for a task that could not be loaded. */
export function TaskFailed({ retry }: { retry: () => void }) {
  return (
    <ErrorState
      title="The task could not be loaded"
      description="The server did not answer. What you have changed is kept and sent later."
      retry={retry}
    />
  )
}
