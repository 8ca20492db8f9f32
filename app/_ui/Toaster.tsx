'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from './lazyComponent'
import { onFirstToast } from './toast'

const ToastStack = lazyComponent(() => import('./ToastStack').then((module) => module.ToastStack))

/** Where toasts appear; stands once, in the root layout. Its code comes with the first toast. */
export function Toaster() {
  const [isNeeded, setIsNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setIsNeeded(true)), [])
  return isNeeded ? <ToastStack /> : null
}
