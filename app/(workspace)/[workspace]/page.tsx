import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { workspaceOfPage } from '@/server/access/page'
import { projectsOf } from '@/server/queries/projects'
import { addresses } from '../_frame/addresses'
import { CreateProjectButton } from '../_frame/CreateProjectButton'
import { ProjectList } from '../_frame/ProjectList'

export const metadata: Metadata = { title: 'Projects' }

/** The projects of a workspace. */
export default async function ProjectsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params
  const scope = await workspaceOfPage(slug)
  const projects = await projectsOf(scope)
  const mayCreate = scope.person.role !== 'viewer'
  return (
    <>
      <TopBar
        trail={<Trail here="Projects" />}
        end={
          <>
            {scope.person.role === 'admin' ? (
              <ButtonLink href={addresses.import(slug)}>Import</ButtonLink>
            ) : null}
            {mayCreate && projects.length > 0 ? <CreateProjectButton /> : null}
          </>
        }
      />
      <Main>
        <ProjectList slug={slug} projects={projects} mayCreate={mayCreate} />
      </Main>
    </>
  )
}
