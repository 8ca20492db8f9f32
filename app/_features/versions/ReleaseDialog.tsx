'use client'

import { type FormEvent, useId, useState } from 'react'
import { withApi } from '@/app/_api/ApiProvider'
import { trpc } from '@/app/_api/trpc'
import { formatTaskCount } from '@/app/_features/sprint/sprintLabels'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConfirmedVersion, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { Button } from '@/app/_ui/Button'
import { DateField } from '@/app/_ui/DateField'
import { Dialog } from '@/app/_ui/Dialog'
import { localToday } from '@/app/_ui/localDate'
import { NativeSelect } from '@/app/_ui/NativeSelect'
import { Skeleton } from '@/app/_ui/Skeleton'
import { toast } from '@/app/_ui/toast'
import { activeOnly, type Version } from '@/domain/component/componentsAndVersions'
import type { LocalDate } from '@/domain/kernel/primitives'
import { sortVersions } from './versionLabels'

const KEEP_VERSION = 'stay'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; version: Version }

/** Releases a version. Asks for the date and what happens to its unfinished tasks. */
export const ReleaseDialog = withApi(function ReleaseDialog({
  open,
  onOpenChange,
  version,
}: Props) {
  const form = useId()
  const store = useProjectStore()
  const send = useSend()
  const { projectId } = store
  const { id: versionId, name } = version
  const query = trpc.version.get.useQuery({ projectId, versionId }, { enabled: open })
  const { data, failed, refetch } = useLiveQuery(query, { enabled: open })
  const [baseVersion] = useState(useConfirmedVersion(null))
  const [releaseDate, setReleaseDate] = useState<LocalDate | null>(localToday)
  const [destination, setDestination] = useState(KEEP_VERSION)
  const plannedVersions = sortVersions(
    activeOnly(useProject().versions).filter(
      (each) => each.state === 'planned' && each.id !== versionId,
    ),
  )
  const target = plannedVersions.find((each) => each.id === destination)
  const openTaskCount = data
    ? data.version.taskCounts.todo + data.version.taskCounts.in_progress
    : 0

  const release = async (event: FormEvent) => {
    event.preventDefault()
    if (!data || !releaseDate) return
    onOpenChange(false)
    const moveTo = target?.id ?? null
    const sent = send({ type: 'version.release', versionId, releaseDate, moveTo, baseVersion })
    const result = await sent.result
    if (result?.outcome !== 'applied' && result?.outcome !== 'merged') return
    const movedCount = result.events.filter((each) => each.type === 'task.edited').length
    toast.success(`${name} is released`, {
      detail:
        movedCount > 0 && target
          ? `${formatTaskCount(movedCount)} moved to ${target.name}.`
          : undefined,
      undo: () => void store.undoStack.undoCommand(sent.commandId),
    })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="small"
      title={`Release ${name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} pending={!data && !failed}>
            Release
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={release} noValidate className="flex flex-col gap-4">
        <DateField
          label="Release date"
          value={releaseDate}
          error={releaseDate ? undefined : 'Enter a release date.'}
          onChange={setReleaseDate}
        />
        {data ? (
          openTaskCount === 0 ? (
            <p>Everything in it is done.</p>
          ) : (
            <div className="flex flex-col gap-2">
              <p>
                <strong className="font-medium">{formatTaskCount(openTaskCount)}</strong> not done.{' '}
                {openTaskCount === 1 ? 'It is' : 'They are'} to
              </p>
              <NativeSelect
                label="Open tasks"
                value={target ? destination : KEEP_VERSION}
                choices={[
                  { value: KEEP_VERSION, label: `Stay in ${name}` },
                  ...plannedVersions.map((each) => ({
                    value: each.id,
                    label: `Move to ${each.name}`,
                  })),
                ]}
                onChange={setDestination}
              />
            </div>
          )
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            Open tasks could not be loaded.
            <Button size="small" onClick={refetch}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-10 w-full" />
        )}
      </form>
    </Dialog>
  )
})
