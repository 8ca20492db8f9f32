'use client'

import { useMe } from '@/app/_client/react/hooks'
import { Main } from '@/app/_ui/TopBar'
import { may } from '@/domain/decide'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { Components } from './catalog/Components'
import { Versions } from './catalog/Versions'
import { Columns } from './columns/Columns'
import { NameAndKey } from './NameAndKey'
import { SprintRules } from './SprintRules'

/** What a project is called and which columns it has; those who may not change it read it. */
export function Settings() {
  const { role } = useMe()
  const mayChange = may(role, 'project.rename') && may(role, 'status.edit')
  return (
    <>
      <ProjectBar here="Settings" />
      <Main>
        <div className="mx-auto flex max-w-180 flex-col gap-8 px-4 py-4 md:py-6">
          {mayChange ? null : (
            <p className="rounded-card border border-line bg-sunken px-3 py-2 text-muted">
              Only admins of this workspace can change these settings.
            </p>
          )}
          <NameAndKey mayChange={mayChange} />
          <Columns mayChange={mayChange} />
          <Components mayChange={may(role, 'component.edit')} />
          <Versions mayChange={may(role, 'version.edit')} />
          <SprintRules mayChange={may(role, 'project.sprints')} />
        </div>
      </Main>
    </>
  )
}
