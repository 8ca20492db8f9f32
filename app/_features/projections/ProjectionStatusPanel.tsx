'use client'

import type { RouterOutputs } from '@/app/_api/apiClient'
import { EmptyState } from '@/app/_ui/EmptyState'
import { ProjectionSection } from './status/ProjectionSection'
import { useProjectionStatus } from './status/useProjectionStatus'

type Props = { workspace: string; initial: RouterOutputs['projections']['status'] }

/** The status of every projection in each project, failed ones first. Refreshes by itself. */
export function ProjectionStatusPanel({ workspace, initial }: Props) {
  const { projections, isUnreachable, refresh } = useProjectionStatus(workspace, initial)
  const isEmpty = projections.every(({ projects }) => projects.length === 0)
  return (
    <>
      <p className="text-muted text-pretty">
        Live updates, reports and timesheets follow the events of each project. When one fails, it
        alone is tried again, less and less often, and is parked in the end. Nothing is lost.
      </p>
      {isUnreachable ? (
        <p role="alert" className="text-danger-ink">
          The server does not answer. This is the last known state; it is updated as soon as the
          server answers.
        </p>
      ) : null}
      {isEmpty ? (
        <EmptyState>There are no projects yet. Create one, and its state is shown here.</EmptyState>
      ) : (
        projections.map((projection) => (
          <ProjectionSection
            key={projection.name}
            workspace={workspace}
            projection={projection}
            onChange={refresh}
          />
        ))
      )}
    </>
  )
}
