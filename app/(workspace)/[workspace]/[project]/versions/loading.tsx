import { Loading, Skeleton } from '@/app/_ui/Skeleton'

/** The shape of the versions, and of one of them, while they are read. */
export default function VersionsLoading() {
  return (
    <>
      <div className="flex h-bar shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-5 w-32" />
      </div>
      <Loading label="The versions are loading">
        <div className="mx-auto flex w-full max-w-220 flex-col gap-4 px-4 py-6">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-14 w-full" />
          <Skeleton className="h-14 w-full" />
        </div>
      </Loading>
    </>
  )
}
