'use client'

import { useEffect, useState } from 'react'
import { onDemand } from './onDemand'
import { onFirstToast } from './toast'

const ToastStack = onDemand(() => import('./ToastStack').then((part) => part.ToastStack))

/** Where toasts appear; stands once, in the root layout. Its code comes with the first toast. */
export function Toaster() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => onFirstToast(() => setWanted(true)), [])
  return wanted ? <ToastStack /> : null
}
