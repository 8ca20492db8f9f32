import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { VersionScreen } from '@/app/_features/versions/VersionScreen'
import { requireProject } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

type Props = { params: Promise<{ workspace: string; project: string; versionId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, versionId } = await params
  const loaded = await loadVersionOfPage(workspace, project, versionId)
  return { title: loaded?.version.name ?? 'Not found' }
}

/** A version and the tasks that have it as fix version. */
export default async function VersionPage({ params }: Props) {
  const { workspace, project, versionId } = await params
  const loaded = await loadVersionOfPage(workspace, project, versionId)
  if (!loaded) notFound()
  return (
    <ApiProvider state={loaded.state}>
      <VersionScreen versionId={versionId} />
    </ApiProvider>
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const loadVersionOfPage = cache(async (workspace: string, project: string, versionId: string) => {
  const { projectId } = await requireProject(workspace, project)
  if (!UUID.test(versionId)) return null
  const helpers = await prefetchHelpers()
  const { version } = await helpers.version.get.fetch({ projectId, versionId }).catch(nullIfMissing)
  return version && { version, state: helpers.dehydrate() }
})

function nullIfMissing(error: unknown): { version: null } {
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return { version: null }
  throw error
}
