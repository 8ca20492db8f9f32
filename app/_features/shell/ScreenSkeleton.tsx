import type { ReactNode } from 'react'
import { Loading, Skeleton } from '@/app/_ui/Skeleton'

/** The placeholder of a screen's top bar, above the placeholder of its content. */
export function ScreenSkeleton({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="flex h-bar shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-5 w-32" />
      </div>
      {children}
    </>
  )
}

/** The placeholder of a screen with a short list. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <ScreenSkeleton>
      <Loading label={label}>
        <div className="mx-auto flex w-full max-w-220 flex-col gap-4 px-4 py-6">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-14 w-full" />
          <Skeleton className="h-14 w-full" />
        </div>
      </Loading>
    </ScreenSkeleton>
  )
}
