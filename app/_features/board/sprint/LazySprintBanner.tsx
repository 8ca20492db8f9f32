'use client'

import { lazyComponent } from '@/app/_ui/lazyComponent'
import { useBoardFilter } from '../useBoardFilter'

const SprintBanner = lazyComponent(() =>
  import('./SprintBanner').then((module) => module.SprintBanner),
)

/** The banner of the sprint that the board is filtered by. */
export function LazySprintBanner() {
  const [{ sprint }] = useBoardFilter()
  if (!sprint) return null
  return (
    // Reserves the banner's space while it loads, so that the columns do not move.
    <div className="min-h-12 shrink-0 px-3 md:px-4">
      <SprintBanner key={sprint} sprintId={sprint} />
    </div>
  )
}
