import type { Metadata } from 'next'
import { projectOfPage } from '@/server/access/page'
import { versions } from '@/server/queries/version'
import { VersionsScreen } from '../VersionsScreen'

export const metadata: Metadata = { title: 'Versions' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The versions of a project: planned, released and archived, with how far each is. */
export default async function VersionsPage({ params }: Props) {
  const { workspace, project } = await params
  const scope = await projectOfPage(workspace, project)
  return <VersionsScreen first={await versions(scope)} />
}
