import { CircleCheck, CirclePause, Hammer, LoaderCircle, RotateCcw } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { cx } from '@/app/_ui/cx'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import {
  lagLabel,
  type Projection,
  type ProjectionState,
  type ProjectOfProjection,
  stateLabel,
} from './projectionLabels'

type Props = {
  workspace: string
  projection: Pick<Projection, 'name' | 'title' | 'canRebuild'>
  project: ProjectOfProjection
  onChange: () => Promise<void>
}

const STATE_ICONS: Record<ProjectionState, ComponentType<{ className?: string }>> = {
  parked: CirclePause,
  retrying: RotateCcw,
  rebuilding: Hammer,
  'catching-up': LoaderCircle,
  'up-to-date': CircleCheck,
}

/** The status of a projection in one project: its state, its last error, and an admin's actions. */
export function ProjectionListItem({ workspace, projection, project, onChange }: Props) {
  const [pending, setPending] = useState<'retry' | 'rebuild'>()
  const { state, error, failedAt, projectKey, projectName, projectId } = project
  const isFailing = state === 'parked' || state === 'retrying'
  const Icon = STATE_ICONS[state]

  const send = async (action: 'retry' | 'rebuild') => {
    setPending(action)
    try {
      const input = { workspace, subscriber: projection.name, projectId }
      await apiClient.projections[action].mutate(input)
      await onChange()
    } catch (failure) {
      toast.error(`${projection.title} of ${projectKey}: the ${action} was not started`, {
        detail: failure instanceof Error ? failure.message : undefined,
      })
    } finally {
      setPending(undefined)
    }
  }
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">
          <span className="text-muted tabular-nums">{projectKey}</span> {projectName}
        </p>
        <p
          className={cx(
            'flex items-center gap-1.5 tabular-nums',
            isFailing ? 'text-danger-ink' : 'text-muted',
          )}
        >
          <Icon className="size-3.5 shrink-0" />
          <span>{[stateLabel(project), lagLabel(project.lag)].filter(Boolean).join(' · ')}</span>
        </p>
        {error ? (
          <p className="text-muted wrap-anywhere">
            {error}
            {failedAt ? (
              <>
                {' · '}
                <RelativeTime at={failedAt} />
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      <div className="flex items-center gap-2">
        {isFailing ? (
          <Button
            pending={pending === 'retry'}
            onClick={() => void send('retry')}
            aria-label={`Retry ${projection.title} of ${projectKey}`}
          >
            Retry
          </Button>
        ) : null}
        {projection.canRebuild ? (
          <Button
            pending={pending === 'rebuild'}
            aria-disabled={state === 'rebuilding'}
            onClick={() => (state === 'rebuilding' ? undefined : void send('rebuild'))}
            aria-label={`Rebuild ${projection.title} of ${projectKey}`}
          >
            Rebuild
          </Button>
        ) : null}
      </div>
    </li>
  )
}
