'use client'

import { useEffect, useState } from 'react'
import { onFirstSign } from '@/app/_ui/firstSign'
import { onDemand } from '@/app/_ui/onDemand'

const UndoKeys = onDemand(() => import('./UndoKeys').then((part) => part.UndoKeys))

/** Undo and redo, from the first sign that somebody does something that could be taken back. */
export function UndoDoor() {
  const [open, setOpen] = useState(false)
  useEffect(() => onFirstSign(() => setOpen(true)), [])
  return open ? <UndoKeys /> : null
}
