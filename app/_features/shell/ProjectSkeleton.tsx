import { Loading, Skeleton } from '@/app/_ui/Skeleton'

const CARDS_PER_COLUMN = [5, 3, 2, 4]

/** The placeholder of a board while its tasks load. */
export function ProjectSkeleton() {
  return (
    <Loading label="Loading the project">
      <div className="flex h-bar items-center gap-3 border-b border-line px-4">
        <Skeleton className="h-5 w-32" />
      </div>
      <div className="flex gap-3 overflow-hidden p-3">
        {CARDS_PER_COLUMN.map((cardCount) => (
          <div key={cardCount} className="flex w-column shrink-0 flex-col gap-2">
            <Skeleton className="my-1.5 h-5 w-24" />
            {Array.from({ length: cardCount }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: all alike
              <Skeleton key={index} className="h-22 w-full" />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}
