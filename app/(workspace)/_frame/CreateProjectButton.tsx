'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { openCreateProject } from '../_palette/open'

/** Opens the dialog in which a project is made. */
export function CreateProjectButton() {
  return (
    <Button tone="primary" icon={<Plus className="size-4" />} onClick={openCreateProject}>
      Create project
    </Button>
  )
}
