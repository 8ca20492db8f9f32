'use client'

import { useState } from 'react'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { useSelectedTaskIds } from './useTaskSelection'

const BulkBar = lazyComponent(() => import('./bar/BulkBar').then((module) => module.BulkBar))

/** The actions for selected tasks, loaded when the first task is selected. */
export function LazyBulkBar() {
  const hasSelection = useSelectedTaskIds().size > 0
  const [isNeeded, setIsNeeded] = useState(false)
  if (hasSelection && !isNeeded) setIsNeeded(true)
  return isNeeded ? <BulkBar /> : null
}
