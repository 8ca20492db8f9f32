import { Loading, Skeleton } from '@/app/_ui/Skeleton'

const titleWidths = ['w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/3', 'w-2/5', 'w-1/2', 'w-3/5']

/** The placeholder of a section while its tasks load. */
export function BacklogSkeleton() {
  return (
    <Loading label="Loading the backlog">
      <div className="flex flex-col px-3 pt-2 md:px-4">
        <Skeleton className="my-3 h-5 w-28" />
        {titleWidths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <div key={index} className="flex h-row items-center gap-3">
            <Skeleton className="h-4 w-16" />
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </div>
    </Loading>
  )
}
