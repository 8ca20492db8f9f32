import type { Metadata } from 'next'
import { VersionsScreen } from '@/app/_features/versions/VersionsScreen'
import { requireProject } from '@/server/access/pageAccess'
import { loadVersions } from '@/server/queries/versions'

export const metadata: Metadata = { title: 'Versions' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The versions of a project: planned, released and archived, with how far each is. */
export default async function VersionsPage({ params }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  return <VersionsScreen initial={await loadVersions(scope)} />
}
