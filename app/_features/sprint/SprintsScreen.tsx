'use client'

import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import type { SprintWithTotals } from '@/domain/views/sprints'
import { CreateSprintButton } from './CreateSprintButton'
import { SprintRow } from './list/SprintRow'
import { useSprints } from './list/useSprints'

/** A project's sprints: active, planned, and completed ones by page. */
export function SprintsScreen() {
  const { open, closed, loadMore, isLoadingMore, loadMoreFailed } = useSprints()
  const running = open.filter((each) => each.state === 'active')
  const planned = open.filter((each) => each.state === 'planned')
  const isEmpty = open.length === 0 && closed.length === 0
  return (
    <>
      <ProjectTopBar current="Sprints" />
      <Main>
        <div className="mx-auto flex w-full max-w-220 flex-col gap-6 px-4 py-4 md:py-6">
          <div className="flex items-center justify-between gap-3">
            <h1 className="text-title font-semibold">Sprints</h1>
            {isEmpty ? null : <CreateSprintButton size="small" />}
          </div>
          {isEmpty ? (
            <EmptyState action={<CreateSprintButton tone="primary" />}>
              There are no sprints yet. A sprint is a period of some days with the tasks that the
              team plans for it.
            </EmptyState>
          ) : null}
          <SprintSection title="Active" sprints={running} />
          <SprintSection title="Planned" sprints={planned} />
          <SprintSection title="Completed" sprints={closed}>
            {loadMore ? (
              <Button
                tone="ghost"
                size="small"
                className="self-start"
                pending={isLoadingMore}
                onClick={loadMore}
              >
                {loadMoreFailed ? 'Could not be loaded. Try again' : 'Show older'}
              </Button>
            ) : null}
          </SprintSection>
        </div>
      </Main>
    </>
  )
}

type SectionProps = {
  title: string
  sprints: readonly SprintWithTotals[]
  children?: React.ReactNode
}

function SprintSection({ title, sprints, children }: SectionProps) {
  if (sprints.length === 0) return null
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h2 className="font-semibold">
        {title} <span className="font-normal text-faint tabular-nums">{sprints.length}</span>
      </h2>
      <ul aria-label={title} className="divide-y divide-line border-y border-line">
        {sprints.map((sprint) => (
          <SprintRow key={sprint.id} sprint={sprint} />
        ))}
      </ul>
      {children}
    </section>
  )
}
