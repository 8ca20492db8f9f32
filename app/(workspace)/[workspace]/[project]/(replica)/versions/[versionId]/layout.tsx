import type { ReactNode } from 'react'
import { ensureItemExists } from '@/app/_features/shell/notFoundGuard'

type Props = {
  children: ReactNode
  params: Promise<{ workspace: string; project: string; versionId: string }>
}

/** A version is known to be missing before the rest of it is read. */
export default async function VersionLayout({ children, params }: Props) {
  const { workspace, project, versionId } = await params
  await ensureItemExists(workspace, project, 'versions', versionId)
  return children
}
