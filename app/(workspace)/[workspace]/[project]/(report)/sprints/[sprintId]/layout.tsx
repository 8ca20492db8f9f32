import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; sprintId: string }>
}

/** A sprint is known to be missing before the rest of it is read. */
export default async function SprintLayout({ children, params }: Props) {
  const { workspace, project, sprintId } = await params
  await ensureItemExists(workspace, project, 'sprints', sprintId)
  return children
}
