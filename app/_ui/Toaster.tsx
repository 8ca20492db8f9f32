'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from './lazyComponent'
import { onFirstToast } from './toast'

const ToastStack = lazyComponent(() => import('./ToastStack').then((module) => module.ToastStack))

/** Shows toasts. Rendered once, in the root layout. Its code loads with the first toast. */
export function Toaster() {
  const [isNeeded, setIsNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setIsNeeded(true)), [])
  return isNeeded ? <ToastStack /> : null
}
