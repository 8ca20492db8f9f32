import { type ReactNode, Suspense } from 'react'
import { LiveProject } from '@/app/_features/project/LiveProject'
import { isMissingItem } from '@/app/_features/shell/notFoundGuard'
import { ProjectSkeleton } from '@/app/_features/shell/ProjectSkeleton'
import { RequiredFieldsLayer } from '@/app/_features/task/RequiredFieldsLayer'
import type { ProjectScope } from '@/server/access/scope'
import { requireProject } from '@/server/auth/pageAccess'
import { loadInitialProjectData } from '@/server/queries/initialProjectData'

type Props = { children: ReactNode; params: Promise<{ workspace: string; project: string }> }

/**
 * Provides the replica that board, backlog, tasks, versions and history share. It is kept when the
 * user switches between them.
 */
export default async function ReplicaLayout({ children, params }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  const screens = <Screens scope={scope}>{children}</Screens>
  // A streamed page has already sent its status code and could no longer respond with 404.
  if (await isMissingItem(workspace, project)) return screens
  return (
    <Suspense key={scope.projectId} fallback={<ProjectSkeleton />}>
      {screens}
    </Suspense>
  )
}

async function Screens({ scope, children }: { scope: ProjectScope; children: ReactNode }) {
  return (
    <LiveProject key={scope.projectId} initial={await loadInitialProjectData(scope)}>
      {children}
      <RequiredFieldsLayer />
    </LiveProject>
  )
}
