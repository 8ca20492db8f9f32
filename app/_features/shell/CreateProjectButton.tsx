'use client'

import { Plus } from 'lucide-react'
import { openCreateProjectDialog } from '@/app/_features/palette/openPalette'
import { Button } from '@/app/_ui/Button'

/** Opens the dialog in which a project is made. */
export function CreateProjectButton() {
  return (
    <Button tone="primary" icon={<Plus className="size-4" />} onClick={openCreateProjectDialog}>
      Create project
    </Button>
  )
}
