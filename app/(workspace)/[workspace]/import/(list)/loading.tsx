import { Loading, Skeleton } from '@/app/_ui/Skeleton'

/** The placeholder of the imports while they load. */
export default function ImportLoading() {
  return (
    <Loading label="Loading the import">
      <div className="mx-auto flex max-w-180 flex-col gap-3 px-4 py-6 pt-14">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-40" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    </Loading>
  )
}
