import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { VersionsScreen } from '@/app/_features/versions/VersionsScreen'
import { requireProject } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Versions' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The versions of a project: planned, released and archived, each with its progress. */
export default async function VersionsPage({ params }: Props) {
  const { workspace, project } = await params
  const { projectId } = await requireProject(workspace, project)
  const helpers = await prefetchHelpers()
  await helpers.version.list.fetch({ projectId })
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <VersionsScreen />
    </ApiProvider>
  )
}
