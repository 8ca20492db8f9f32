import type { Metadata } from 'next'
import { CreateProjectButton } from '@/app/_features/shell/CreateProjectButton'
import { ProjectList } from '@/app/_features/shell/ProjectList'
import { routes } from '@/app/_features/shell/routes'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { loadProjects } from '@/server/queries/projects'

export const metadata: Metadata = { title: 'Projects' }

/** The projects of a workspace. */
export default async function ProjectsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug)
  const projects = await loadProjects(scope)
  const canCreate = scope.person.role !== 'viewer'
  return (
    <>
      <TopBar
        breadcrumbs={<Breadcrumbs current="Projects" />}
        end={
          <>
            {scope.person.role === 'admin' ? (
              <ButtonLink href={routes.import(slug)}>Import</ButtonLink>
            ) : null}
            {canCreate && projects.length > 0 ? <CreateProjectButton /> : null}
          </>
        }
      />
      <Main>
        <ProjectList slug={slug} projects={projects} canCreate={canCreate} />
      </Main>
    </>
  )
}
