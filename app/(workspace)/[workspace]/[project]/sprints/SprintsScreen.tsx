'use client'

import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main } from '@/app/_ui/TopBar'
import type { CountedSprint, SprintPage } from '@/domain/sprint/figures'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { CreateSprintButton } from '../../../_sprint/CreateSprintButton'
import { SprintRow } from './SprintRow'
import { useSprints } from './useSprints'

/** A project's sprints: those that run, those planned, and those completed by page. */
export function SprintsScreen({ first }: { first: SprintPage }) {
  const { open, closed, more, state } = useSprints(first)
  const running = open.filter((each) => each.state === 'active')
  const planned = open.filter((each) => each.state === 'planned')
  const none = open.length === 0 && closed.length === 0
  return (
    <>
      <ProjectBar here="Sprints" />
      <Main>
        <div className="mx-auto flex w-full max-w-220 flex-col gap-6 px-4 py-4 md:py-6">
          <div className="flex items-center justify-between gap-3">
            <h1 className="text-title font-semibold">Sprints</h1>
            {none ? null : <CreateSprintButton size="small" />}
          </div>
          {none ? (
            <EmptyState action={<CreateSprintButton tone="primary" />}>
              There are no sprints yet. A sprint is a stretch of days with the tasks that the team
              takes on for it.
            </EmptyState>
          ) : null}
          <Section title="Running" sprints={running} />
          <Section title="Planned" sprints={planned} />
          <Section title="Completed" sprints={closed}>
            {more ? (
              <Button
                tone="bare"
                size="small"
                className="self-start"
                pending={state === 'loading'}
                onClick={more}
              >
                {state === 'failed' ? 'Could not be loaded. Try again' : 'Show older'}
              </Button>
            ) : null}
          </Section>
        </div>
      </Main>
    </>
  )
}

type SectionProps = { title: string; sprints: readonly CountedSprint[]; children?: React.ReactNode }

function Section({ title, sprints, children }: SectionProps) {
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
