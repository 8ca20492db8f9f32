import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { projectOfPage } from '@/server/access/page'
import { openedVersion } from '@/server/queries/version'
import { VersionScreen } from './VersionScreen'

type Props = { params: Promise<{ workspace: string; project: string; versionId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, versionId } = await params
  const found = await versionOfPage(workspace, project, versionId)
  return { title: found?.version.name ?? 'Not found' }
}

/** A version with the tasks that are meant for it. */
export default async function VersionPage({ params }: Props) {
  const { workspace, project, versionId } = await params
  const first = await versionOfPage(workspace, project, versionId)
  if (!first) notFound()
  return <VersionScreen first={first} />
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const versionOfPage = cache(async (workspace: string, project: string, versionId: string) => {
  const scope = await projectOfPage(workspace, project)
  return UUID.test(versionId) ? openedVersion(scope, versionId) : null
})
