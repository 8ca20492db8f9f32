'use client'

import { trpc } from '@/app/_api/trpc'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import { CATEGORIES, type Id } from '@/domain/kernel/primitives'
import { VersionHeader } from './detail/VersionHeader'
import { VersionTaskGroup } from './detail/VersionTaskGroup'
import { totalTasks } from './versionLabels'

/** A version: its progress, then its tasks by category. Updates live. */
export function VersionScreen({ versionId }: { versionId: Id }) {
  const { slug } = useWorkspace()
  const { key, versions } = useProject()
  const { projectId } = useProjectStore()
  const [opened, query] = trpc.version.get.useSuspenseQuery({ projectId, versionId })
  useLiveQuery(query)
  const replicaVersion = versions.find((each) => each.id === versionId)
  const version = { ...opened.version, ...replicaVersion }
  const categories = CATEGORIES.filter((category) => version.taskCounts[category] > 0)
  const breadcrumbs = [{ label: 'Versions', href: routes.versions(slug, key) }]
  return (
    <>
      <ProjectTopBar current={version.name} ancestors={breadcrumbs} />
      <Main>
        {version.removedAt ? (
          <EmptyState
            action={<ButtonLink href={breadcrumbs[0]?.href ?? ''}>All versions</ButtonLink>}
          >
            This version has been removed.
          </EmptyState>
        ) : (
          <div className="mx-auto flex w-full max-w-250 flex-col gap-6 px-4 py-4 md:py-6">
            <VersionHeader version={version} />
            {totalTasks(version.taskCounts) === 0 ? (
              <EmptyState
                action={<ButtonLink href={routes.backlog(slug, key)}>Open the backlog</ButtonLink>}
              >
                No task is meant for this version yet. A task gets it by its fix versions.
              </EmptyState>
            ) : null}
            {categories.map((category) => (
              <VersionTaskGroup
                key={category}
                category={category}
                showsHeader={category === categories[0]}
                count={version.taskCounts[category]}
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
