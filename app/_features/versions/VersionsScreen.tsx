'use client'

import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import { VERSION_STATES } from '@/domain/component/componentsAndVersions'
import { canSendCommand } from '@/domain/decide'
import { useVersions } from './list/useVersions'
import { VersionRow } from './list/VersionRow'
import { sortVersions, VERSION_STATE_LABELS } from './versionLabels'

/** A project's versions, grouped by state. */
export function VersionsScreen() {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const canEdit = canSendCommand(useCurrentUser().role, 'version.add')
  const versions = useVersions()
  const settingsHref = `${routes.projectSettings(slug, key)}#versions`
  return (
    <>
      <ProjectTopBar current="Versions" />
      <Main>
        <div className="mx-auto flex w-full max-w-220 flex-col gap-6 px-4 py-4 md:py-6">
          <div className="flex items-center justify-between gap-3">
            <h2 className="text-title font-semibold">Versions</h2>
            {canEdit && versions.length > 0 ? (
              <ButtonLink size="small" href={settingsHref}>
                Edit versions
              </ButtonLink>
            ) : null}
          </div>
          {versions.length === 0 ? (
            <EmptyState
              action={
                canEdit ? (
                  <ButtonLink tone="primary" href={settingsHref}>
                    Add a version
                  </ButtonLink>
                ) : null
              }
            >
              There are no versions yet. A version is something that the project releases, with the
              tasks that are meant for it.
            </EmptyState>
          ) : null}
          {VERSION_STATES.map((state) => {
            const versionsInState = sortVersions(versions.filter((each) => each.state === state))
            if (versionsInState.length === 0) return null
            return (
              <section key={state} aria-labelledby={state} className="flex flex-col gap-1">
                <h3 id={state} className="font-semibold">
                  {VERSION_STATE_LABELS[state]}{' '}
                  <span className="font-normal text-faint tabular-nums">
                    {versionsInState.length}
                  </span>
                </h3>
                <ul
                  aria-label={VERSION_STATE_LABELS[state]}
                  className="divide-y divide-line border-y border-line"
                >
                  {versionsInState.map((version) => (
                    <VersionRow key={version.id} version={version} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      </Main>
    </>
  )
}
