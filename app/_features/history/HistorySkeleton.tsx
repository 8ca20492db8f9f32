import { Loading, Skeleton } from '@/app/_ui/Skeleton'

const LINE_WIDTHS = ['w-72', 'w-96', 'w-64', 'w-80', 'w-72', 'w-60', 'w-88', 'w-64']

/** The placeholder of a history while it loads. */
export function HistorySkeleton() {
  return (
    <Loading label="Loading the history">
      <div className="flex flex-col gap-4 px-1 pt-6">
        <Skeleton className="h-4 w-20" />
        {LINE_WIDTHS.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <div key={index} className="flex items-center gap-2">
            <Skeleton className="size-4.5 shrink-0 rounded-full" />
            <Skeleton className={`h-4 max-w-full ${width}`} />
          </div>
        ))}
      </div>
    </Loading>
  )
}
