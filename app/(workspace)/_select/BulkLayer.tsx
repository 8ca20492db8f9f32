'use client'

import { useState } from 'react'
import { onDemand } from '@/app/_ui/onDemand'
import { useSelected } from './useSelection'

const BulkBar = onDemand(() => import('./BulkBar').then((part) => part.BulkBar))

/** What can be done with the selected tasks; fetched with the first that is selected. */
export function BulkLayer() {
  const some = useSelected().size > 0
  const [wanted, setWanted] = useState(false)
  if (some && !wanted) setWanted(true)
  return wanted ? <BulkBar /> : null
}
