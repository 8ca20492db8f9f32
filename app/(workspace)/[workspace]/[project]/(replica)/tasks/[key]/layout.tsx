import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; key: string }>
}

/** Responds with 404 to a missing task, before any of its page is sent. */
export default async function TaskLayout({ children, params }: Props) {
  const { workspace, project, key } = await params
  await ensureItemExists(workspace, project, 'tasks', key)
  return children
}
