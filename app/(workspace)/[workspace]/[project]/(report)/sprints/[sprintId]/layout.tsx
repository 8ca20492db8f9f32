import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; sprintId: string }>
}

/** Responds with 404 to a missing sprint, before any of its page is sent. */
export default async function SprintLayout({ children, params }: Props) {
  const { workspace, project, sprintId } = await params
  await ensureItemExists(workspace, project, 'sprints', sprintId)
  return children
}
