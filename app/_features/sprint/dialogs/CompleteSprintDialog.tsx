'use client'

import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { withApi } from '@/app/_api/ApiProvider'
import { useConfirmedVersion, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { NativeSelect } from '@/app/_ui/NativeSelect'
import { Skeleton } from '@/app/_ui/Skeleton'
import { TextField } from '@/app/_ui/TextField'
import { type Id, LIMITS } from '@/domain/kernel/primitives'
import { proposeSprintName } from '@/domain/sprint/proposeSprintName'
import type { Sprint } from '@/domain/sprint/sprint'
import { formatSprintTotals, formatTaskCount } from '../sprintLabels'
import { OpenTaskList } from './OpenTaskList'
import {
  countByDestination,
  type Destination,
  destinationOptions,
  NEW_SPRINT,
  toCommandFields,
} from './openTaskDestinations'
import { useAnnounceCompletion } from './useAnnounceCompletion'
import { useSprintContents } from './useSprintContents'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Completes a sprint. First shows each unfinished task and where it goes. */
export const CompleteSprintDialog = withApi(function CompleteSprintDialog({
  open,
  onOpenChange,
  sprint,
}: Props) {
  const form = useId()
  const send = useSend()
  const announceCompletion = useAnnounceCompletion()
  const { key, sprints } = useProject()
  const { data, failed, refetch } = useSprintContents(sprint.id, open)
  const [baseVersion] = useState(useConfirmedVersion(null))
  const [newSprintId] = useState(() => newId())
  const options = destinationOptions(sprints, sprint.id)
  const [defaultDestination, setDefaultDestination] = useState<Destination>(
    options[0]?.value ?? NEW_SPRINT,
  )
  const [overrides, setOverrides] = useState<ReadonlyMap<Id, Destination>>(new Map())
  const [name, setName] = useState(() =>
    proposeSprintName(
      key,
      sprints.filter((each) => !each.removedAt).map((each) => each.name),
    ),
  )
  const countsByDestination = countByDestination(
    data?.unfinished ?? [],
    defaultDestination,
    overrides,
  )
  const createsSprint = countsByDestination.has(NEW_SPRINT)

  const complete = (event: React.FormEvent) => {
    event.preventDefault()
    if (!data || (createsSprint && !name.trim())) return
    const newSprint = { sprintId: newSprintId, name: name.trim() }
    // A new sprint is named only when a task moves to it.
    const destinationFields =
      createsSprint || defaultDestination !== NEW_SPRINT
        ? toCommandFields(defaultDestination, overrides, newSprintId)
        : { defaultDestination: null }
    const sent = send({
      type: 'sprint.complete',
      sprintId: sprint.id,
      baseVersion,
      ...destinationFields,
      ...(createsSprint && { newSprint }),
    })
    announceCompletion(sprint, sent)
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={`Complete ${sprint.name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} pending={!data && !failed}>
            Complete sprint
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={complete} className="flex flex-col gap-4">
        {data ? (
          <>
            <p>
              <strong className="font-medium">
                {formatSprintTotals({ ...data.done, unestimated: 0 })}
              </strong>{' '}
              done
              {data.unfinished.length === 0
                ? '. Nothing is left open.'
                : ' and stay in this sprint.'}
            </p>
            {data.unfinished.length > 0 ? (
              <>
                <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
                  <p>
                    <strong className="font-medium">
                      {formatTaskCount(data.unfinished.length)}
                    </strong>{' '}
                    not done. {data.unfinished.length === 1 ? 'It goes' : 'They go'} to
                  </p>
                  <NativeSelect
                    label="Move open tasks to"
                    value={defaultDestination}
                    choices={options}
                    onChange={setDefaultDestination}
                    className="sm:max-w-72"
                  />
                </div>
                {createsSprint ? (
                  <TextField
                    label="Name of the new sprint"
                    value={name}
                    maxLength={LIMITS.name}
                    required
                    onChange={(event) => setName(event.target.value)}
                  />
                ) : null}
                <OpenTaskList
                  tasks={data.unfinished}
                  choices={options}
                  destinationOf={(id) => overrides.get(id) ?? defaultDestination}
                  onDestinationChange={(id, destination) =>
                    setOverrides(new Map(overrides).set(id, destination))
                  }
                />
                <p role="status" className="text-muted">
                  {[...countsByDestination]
                    .map(([destination, count]) => `${count} to ${destinationLabel(destination)}`)
                    .join(', ')}
                </p>
              </>
            ) : null}
          </>
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            Open tasks could not be loaded.
            <Button size="small" onClick={refetch}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </form>
    </Dialog>
  )

  function destinationLabel(destination: Destination): string {
    if (destination === NEW_SPRINT) return name.trim() || 'a new sprint'
    return sprints.find((each) => each.id === destination)?.name ?? 'the backlog'
  }
})
