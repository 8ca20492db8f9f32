'use client'

import { Plus } from 'lucide-react'
import { openCreateProjectDialog } from '@/app/_features/palette/openPalette'
import { Button } from '@/app/_ui/Button'

/** Opens the dialog that creates a project. */
export function CreateProjectButton() {
  return (
    <Button tone="primary" icon={<Plus className="size-4" />} onClick={openCreateProjectDialog}>
      Create project
    </Button>
  )
}
