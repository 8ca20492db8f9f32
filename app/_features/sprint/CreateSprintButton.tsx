'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { Button, type ButtonProps } from '@/app/_ui/Button'
import { lazyComponent } from '@/app/_ui/lazyComponent'

const SprintDialog = lazyComponent(() =>
  import('./dialogs/SprintDialog').then((module) => module.SprintDialog),
)

/** Opens the dialog that creates a sprint. Renders nothing for people who may not create one. */
export function CreateSprintButton({ tone, size }: Pick<ButtonProps, 'tone' | 'size'>) {
  const canWrite = useCanWrite()
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  if (!canWrite) return null
  const openDialog = () => {
    setWasOpened(true)
    setOpen(true)
  }
  return (
    <>
      <Button
        tone={tone}
        size={size}
        icon={<Plus className="size-4" />}
        onPointerEnter={() => void SprintDialog.preload()}
        onClick={openDialog}
      >
        Create sprint
      </Button>
      {wasOpened ? <SprintDialog open={open} onOpenChange={setOpen} sprint={null} /> : null}
    </>
  )
}
