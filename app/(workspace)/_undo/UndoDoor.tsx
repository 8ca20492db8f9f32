'use client'

import { useEffect, useState } from 'react'
import { onDemand } from '@/app/_ui/onDemand'
import { onFirstSign } from '../_frame/first-sign'

const UndoKeys = onDemand(() => import('./UndoKeys').then((part) => part.UndoKeys))

/** Undo and redo, from the first sign that somebody does something that could be taken back. */
export function UndoDoor() {
  const [open, setOpen] = useState(false)
  useEffect(() => onFirstSign(() => setOpen(true)), [])
  return open ? <UndoKeys /> : null
}
