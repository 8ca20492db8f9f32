'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from '@/app/_ui/Button'
import { onDemand } from '@/app/_ui/onDemand'
import { useMayWrite } from '../_task/useMayWrite'

const SprintDialog = onDemand(() => import('./SprintDialog').then((part) => part.SprintDialog))

/** Opens the dialog in which a sprint is made; nothing for those who may not. */
export function CreateSprintButton({ tone, size }: Pick<ButtonProps, 'tone' | 'size'>) {
  const mayWrite = useMayWrite()
  const [open, setOpen] = useState(false)
  const [known, setKnown] = useState(false)
  if (!mayWrite) return null
  const press = () => {
    setKnown(true)
    setOpen(true)
  }
  return (
    <>
      <Button
        tone={tone}
        size={size}
        icon={<Plus className="size-4" />}
        onPointerEnter={() => void SprintDialog.preload()}
        onClick={press}
      >
        Create sprint
      </Button>
      {known ? <SprintDialog open={open} onOpenChange={setOpen} sprint={null} /> : null}
    </>
  )
}
