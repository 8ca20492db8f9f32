'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import type { OpenedVersion } from '@/domain/catalog/figures'
import { CATEGORIES } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { ProjectBar } from '../../../../_frame/ProjectBar'
import { useWorkspace } from '../../../../_frame/workspace'
import { useAsked } from '../../../../_sprint/useAsked'
import { workOf } from '../../../../_version/version-words'
import { TaskGroup } from './TaskGroup'
import { VersionHead } from './VersionHead'

/** A version: how far it is, then its tasks by category. Follows what others do. */
export function VersionScreen({ first }: { first: OpenedVersion }) {
  const { slug } = useWorkspace()
  const { key, fixVersions } = useProject()
  const { projectId } = useStore()
  const versionId = first.version.id
  const ask = useCallback(
    () => trpc.version.open.query({ projectId, versionId }) as Promise<OpenedVersion>,
    [projectId, versionId],
  )
  const opened = useAsked(ask, first).data ?? first
  const known = fixVersions.find((each) => each.id === versionId)
  const version = { ...opened.version, ...known }
  const groups = CATEGORIES.filter((category) => version.work[category] > 0)
  const above = [{ label: 'Versions', href: addresses.versions(slug, key) }]
  return (
    <>
      <ProjectBar here={version.name} above={above} />
      <Main>
        {version.removedAt ? (
          <EmptyState action={<ButtonLink href={above[0]?.href ?? ''}>All versions</ButtonLink>}>
            This version has been removed.
          </EmptyState>
        ) : (
          <div className="mx-auto flex w-full max-w-250 flex-col gap-6 px-4 py-4 md:py-6">
            <VersionHead version={version} />
            {workOf(version.work) === 0 ? (
              <EmptyState
                action={
                  <ButtonLink href={addresses.backlog(slug, key)}>Open the backlog</ButtonLink>
                }
              >
                No task is meant for this version yet. A task gets it by its fix versions.
              </EmptyState>
            ) : null}
            {groups.map((category) => (
              <TaskGroup
                key={category}
                category={category}
                hasHead={category === groups[0]}
                count={version.work[category]}
                tasks={opened.tasks.filter((task) => task.category === category)}
                people={opened.people}
              />
            ))}
          </div>
        )}
      </Main>
    </>
  )
}
