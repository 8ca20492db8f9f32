import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { SprintsScreen } from '@/app/_features/sprint/SprintsScreen'
import { requireProject } from '@/server/auth/pageAccess'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Sprints' }

type Props = { params: Promise<{ workspace: string; project: string }> }

/** The sprints of a project: active, planned, and the most recently completed ones. */
export default async function SprintsPage({ params }: Props) {
  const { workspace, project } = await params
  const { projectId } = await requireProject(workspace, project)
  const helpers = await prefetchHelpers()
  await helpers.sprint.list.fetchInfinite({ projectId })
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <SprintsScreen />
    </ApiProvider>
  )
}
