import type { Metadata } from 'next'
import { type ReactNode, Suspense } from 'react'
import { ProjectProvider } from '@/app/_client/react/ProjectProvider'
import { projectOfPage } from '@/server/access/page'
import type { ProjectScope } from '@/server/access/scope'
import { openProject } from '@/server/queries/openProject'
import { leadsNowhere } from '../../_frame/addressed'
import { Notices } from '../../_frame/Notices'
import { ProjectSkeleton } from '../../_frame/ProjectSkeleton'
import { RunningDoor } from '../../_frame/RunningDoor'
import { WarmUp } from '../../_frame/WarmUp'
import { FillLayer } from '../../_task/fill/FillLayer'
import { UndoDoor } from '../../_undo/UndoDoor'

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
  const scope = await projectOfPage(workspace, project)
  const opened = <Opened scope={scope}>{children}</Opened>
  // Once something is sent, a page that is missing could no longer be answered as such.
  if (await leadsNowhere(workspace, project)) return opened
  return (
    <Suspense key={scope.projectId} fallback={<ProjectSkeleton />}>
      {opened}
    </Suspense>
  )
}

async function Opened({ scope, children }: { scope: ProjectScope; children: ReactNode }) {
  const initial = await openProject(scope)
  return (
    <ProjectProvider key={scope.projectId} initial={initial}>
      {children}
      <RunningDoor />
      <Notices />
      <UndoDoor />
      <FillLayer />
      <WarmUp />
    </ProjectProvider>
  )
}
