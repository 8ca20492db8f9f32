import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectionStatusPanel } from '@/app/_features/projections/ProjectionStatusPanel'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { loadProjectionStatus } from '@/server/queries/projectionStatus'

export const metadata: Metadata = { title: 'Projections' }

type Props = { params: Promise<{ workspace: string }> }

/** The status of live updates, reports and timesheets in each project, for admins. */
export default async function ProjectionsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  if (scope.person.role !== 'admin') notFound()
  return <ProjectionStatusPanel workspace={workspace} initial={await loadProjectionStatus(scope)} />
}
