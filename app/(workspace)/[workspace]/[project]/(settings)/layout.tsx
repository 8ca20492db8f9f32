import { type ReactNode, Suspense } from 'react'
import { LiveProject } from '@/app/_features/project/LiveProject'
import { ProjectSkeleton } from '@/app/_features/shell/ProjectSkeleton'
import type { ProjectScope } from '@/server/access/scope'
import { requireProject } from '@/server/auth/pageAccess'
import { loadInitialProjectData } from '@/server/queries/initialProjectData'

type Props = { children: ReactNode; params: Promise<{ workspace: string; project: string }> }

/** Keeps the project live on its settings pages, without loading its tasks. */
export default async function SettingsLayout({ children, params }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  return (
    <Suspense key={scope.projectId} fallback={<ProjectSkeleton />}>
      <Screens scope={scope}>{children}</Screens>
    </Suspense>
  )
}

async function Screens({ scope, children }: { scope: ProjectScope; children: ReactNode }) {
  const initial = await loadInitialProjectData(scope, { withCards: false })
  return (
    <LiveProject key={scope.projectId} initial={initial}>
      {children}
    </LiveProject>
  )
}
