import type { Metadata } from 'next'
import { type ReactNode, Suspense } from 'react'
import { FailureToasts } from '@/app/_features/shell/FailureToasts'
import { LazyActiveSprintLinks } from '@/app/_features/shell/LazyActiveSprintLinks'
import { isMissingItem } from '@/app/_features/shell/notFoundGuard'
import { PrefetchOnInteraction } from '@/app/_features/shell/PrefetchOnInteraction'
import { ProjectSkeleton } from '@/app/_features/shell/ProjectSkeleton'
import { RequiredFieldsLayer } from '@/app/_features/task/RequiredFieldsLayer'
import { LazyUndo } from '@/app/_features/undo/LazyUndo'
import { ProjectProvider } from '@/app/_replica/react/ProjectProvider'
import { requireProject } from '@/server/access/pageAccess'
import type { ProjectScope } from '@/server/access/scope'
import { loadInitialProjectData } from '@/server/queries/initialProjectData'

type Props = { children: ReactNode; params: Promise<{ workspace: string; project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await params
  return { title: { default: project, template: `%s · ${project} · Concord` } }
}

/**
 * Everything of one project: board, tasks and history share one replica, which stays while one
 * goes from one to the other. Who may not see the project learns so before anything is streamed.
 */
export default async function ProjectLayout({ children, params }: Props) {
  const { workspace, project } = await params
  const scope = await requireProject(workspace, project)
  const projectShell = <ProjectShell scope={scope}>{children}</ProjectShell>
  // Once something is sent, a page that is missing could no longer be answered as such.
  if (await isMissingItem(workspace, project)) return projectShell
  return (
    <Suspense key={scope.projectId} fallback={<ProjectSkeleton />}>
      {projectShell}
    </Suspense>
  )
}

async function ProjectShell({ scope, children }: { scope: ProjectScope; children: ReactNode }) {
  const initial = await loadInitialProjectData(scope)
  return (
    <ProjectProvider key={scope.projectId} initial={initial}>
      {children}
      <LazyActiveSprintLinks />
      <FailureToasts />
      <LazyUndo />
      <RequiredFieldsLayer />
      <PrefetchOnInteraction />
    </ProjectProvider>
  )
}
