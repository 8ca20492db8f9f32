'use client'

import { withApi } from '@/app/_api/ApiProvider'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { useCurrentUser } from '@/app/_replica/react/projectHooks'
import { Main } from '@/app/_ui/TopBar'
import { canSendCommand } from '@/domain/decide'
import { ColumnsSection } from './columns/ColumnsSection'
import { ComponentsSection } from './componentsAndVersions/ComponentsSection'
import { VersionsSection } from './componentsAndVersions/VersionsSection'
import { NameAndKeySection } from './project/NameAndKeySection'
import { SprintsSection } from './project/SprintsSection'

/** The project's settings, read-only for people who may not change them. */
export const ProjectSettings = withApi(function ProjectSettings() {
  const { role } = useCurrentUser()
  const canChange = canSendCommand(role, 'project.rename') && canSendCommand(role, 'status.edit')
  return (
    <>
      <ProjectTopBar current="Settings" />
      <Main>
        <div className="mx-auto flex max-w-180 flex-col gap-8 px-4 py-4 md:py-6">
          {canChange ? null : (
            <p className="rounded-card border border-line bg-sunken px-3 py-2 text-muted">
              Only admins of this workspace can change these settings.
            </p>
          )}
          <NameAndKeySection canChange={canChange} />
          <ColumnsSection canChange={canChange} />
          <ComponentsSection canChange={canSendCommand(role, 'component.edit')} />
          <VersionsSection canChange={canSendCommand(role, 'version.edit')} />
          <SprintsSection canChange={canSendCommand(role, 'project.setParallelSprints')} />
        </div>
      </Main>
    </>
  )
})
