'use client'

import { onDemand } from '@/app/_ui/onDemand'
import { useFilter } from '../filter/useFilter'

const SprintStrip = onDemand(() => import('./SprintStrip').then((part) => part.SprintStrip))

/** What is said of a sprint over the columns that are narrowed to it. */
export function SprintPart() {
  const [{ sprint }] = useFilter()
  if (!sprint) return null
  return (
    // Its room is kept while it is fetched, so that no column moves.
    <div className="min-h-12 shrink-0 px-3 md:px-4">
      <SprintStrip key={sprint} sprintId={sprint} />
    </div>
  )
}
