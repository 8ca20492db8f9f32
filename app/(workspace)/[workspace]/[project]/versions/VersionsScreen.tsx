'use client'

import { useMe, useProject } from '@/app/_client/react/hooks'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import { VERSION_STATES } from '@/domain/catalog/catalog'
import type { VersionList } from '@/domain/catalog/figures'
import { may } from '@/domain/decide'
import { addresses } from '../../../_frame/addresses'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { useWorkspace } from '../../../_frame/workspace'
import { inOrder, STATE_WORDS } from '../../../_version/version-words'
import { useVersions } from './useVersions'
import { VersionRow } from './VersionRow'

/** A project's versions by their state. */
export function VersionsScreen({ first }: { first: VersionList }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const mayEdit = may(useMe().role, 'version.add')
  const versions = useVersions(first)
  const settings = `${addresses.projectSettings(slug, key)}#versions`
  return (
    <>
      <ProjectBar here="Versions" />
      <Main>
        <div className="mx-auto flex w-full max-w-220 flex-col gap-6 px-4 py-4 md:py-6">
          <div className="flex items-center justify-between gap-3">
            <h2 className="text-title font-semibold">Versions</h2>
            {mayEdit && versions.length > 0 ? (
              <ButtonLink size="small" href={settings}>
                Edit versions
              </ButtonLink>
            ) : null}
          </div>
          {versions.length === 0 ? (
            <EmptyState
              action={
                mayEdit ? (
                  <ButtonLink tone="primary" href={settings}>
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
            const these = inOrder(versions.filter((each) => each.state === state))
            if (these.length === 0) return null
            return (
              <section key={state} aria-labelledby={state} className="flex flex-col gap-1">
                <h3 id={state} className="font-semibold">
                  {STATE_WORDS[state]}{' '}
                  <span className="font-normal text-faint tabular-nums">{these.length}</span>
                </h3>
                <ul
                  aria-label={STATE_WORDS[state]}
                  className="divide-y divide-line border-y border-line"
                >
                  {these.map((version) => (
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
