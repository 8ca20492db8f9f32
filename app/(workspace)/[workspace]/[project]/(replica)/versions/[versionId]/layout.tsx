import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; versionId: string }>
}

/** Responds with 404 to a missing version, before any of its page is sent. */
export default async function VersionLayout({ children, params }: Props) {
  const { workspace, project, versionId } = await params
  await ensureItemExists(workspace, project, 'versions', versionId)
  return children
}
