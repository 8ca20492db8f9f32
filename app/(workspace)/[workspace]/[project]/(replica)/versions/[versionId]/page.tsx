import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { VersionScreen } from '@/app/_features/versions/VersionScreen'
import { requireProject } from '@/server/access/pageAccess'
import { loadVersion } from '@/server/queries/versions'

type Props = { params: Promise<{ workspace: string; project: string; versionId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, versionId } = await params
  const opened = await loadVersionOfPage(workspace, project, versionId)
  return { title: opened?.version.name ?? 'Not found' }
}

/** A version with the tasks that are meant for it. */
export default async function VersionPage({ params }: Props) {
  const { workspace, project, versionId } = await params
  const version = await loadVersionOfPage(workspace, project, versionId)
  if (!version) notFound()
  return <VersionScreen initial={version} />
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const loadVersionOfPage = cache(async (workspace: string, project: string, versionId: string) => {
  const scope = await requireProject(workspace, project)
  return UUID.test(versionId) ? loadVersion(scope, versionId) : null
})
