'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { openCreateProjectDialog } from './openPalette'

/** Opens the dialog that creates a project. */
export function CreateProjectButton() {
  return (
    <Button tone="primary" icon={<Plus className="size-4" />} onClick={openCreateProjectDialog}>
      Create project
    </Button>
  )
}
