import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; key: string }>
}

/** A task is known to be missing before the rest of it is read. */
export default async function TaskLayout({ children, params }: Props) {
  const { workspace, project, key } = await params
  await ensureItemExists(workspace, project, 'tasks', key)
  return children
}
