'use client'

import { lazyComponent } from '@/app/_ui/lazyComponent'
import { useBoardFilter } from '../useBoardFilter'

const SprintBanner = lazyComponent(() =>
  import('./SprintBanner').then((module) => module.SprintBanner),
)

/** What is said of a sprint over the columns that are narrowed to it. */
export function LazySprintBanner() {
  const [{ sprint }] = useBoardFilter()
  if (!sprint) return null
  return (
    // Its room is kept while it is fetched, so that no column moves.
    <div className="min-h-12 shrink-0 px-3 md:px-4">
      <SprintBanner key={sprint} sprintId={sprint} />
    </div>
  )
}
