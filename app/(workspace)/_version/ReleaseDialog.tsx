'use client'

import { type FormEvent, useCallback, useId, useState } from 'react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { DateField } from '@/app/_ui/DateField'
import { Dialog } from '@/app/_ui/Dialog'
import { Skeleton } from '@/app/_ui/Skeleton'
import { toast } from '@/app/_ui/toast'
import { type FixVersion, live } from '@/domain/catalog/catalog'
import type { OpenedVersion } from '@/domain/catalog/figures'
import type { Day } from '@/domain/words'
import { Select } from '../_sprint/Select'
import { inTasks } from '../_sprint/sprint-words'
import { useAsked } from '../_sprint/useAsked'
import { today } from '../_task/fields/days'
import { inOrder } from './version-words'

const STAY = 'stay'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; version: FixVersion }

/** Releases a version: asks for the day, and what becomes of the tasks that are not done. */
export function ReleaseDialog({ open, onOpenChange, version }: Props) {
  const form = useId()
  const store = useStore()
  const send = useSend()
  const { projectId } = store
  const { id: versionId, name } = version
  const ask = useCallback(
    () => trpc.version.open.query({ projectId, versionId }) as Promise<OpenedVersion>,
    [projectId, versionId],
  )
  const { data, failed, again } = useAsked(open ? ask : null)
  const [baseVersion] = useState(() => store.screen.project.version)
  const [day, setDay] = useState<Day | null>(today)
  const [to, setTo] = useState(STAY)
  const planned = inOrder(
    live(useProject().fixVersions).filter(
      (each) => each.state === 'planned' && each.id !== versionId,
    ),
  )
  const target = planned.find((each) => each.id === to)
  const left = data ? data.version.work.todo + data.version.work.in_progress : 0

  const release = async (event: FormEvent) => {
    event.preventDefault()
    if (!data || !day) return
    onOpenChange(false)
    const moveTo = target?.id ?? null
    const sent = send({ type: 'version.release', versionId, releaseDate: day, moveTo, baseVersion })
    const answer = await sent.answered
    if (answer?.outcome !== 'applied' && answer?.outcome !== 'merged') return
    const moved = answer.events.filter((each) => each.type === 'task.edited').length
    toast.done(`${name} is released`, {
      detail: moved > 0 && target ? `${inTasks(moved)} moved to ${target.name}.` : undefined,
      undo: () => void store.steps.takeBack(sent.commandId),
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
          label="Release day"
          value={day}
          error={day ? undefined : 'Give the day on which it is out.'}
          onChange={setDay}
        />
        {data ? (
          left === 0 ? (
            <p>Everything in it is done.</p>
          ) : (
            <div className="flex flex-col gap-2">
              <p>
                <strong className="font-medium">{inTasks(left)}</strong> not done.{' '}
                {left === 1 ? 'It is' : 'They are'} to
              </p>
              <Select
                label="What becomes of what is not done"
                value={target ? to : STAY}
                choices={[
                  { value: STAY, label: `Stay in ${name}` },
                  ...planned.map((each) => ({ value: each.id, label: `Move to ${each.name}` })),
                ]}
                onChange={setTo}
              />
            </div>
          )
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            What is not done could not be read.
            <Button size="small" onClick={again}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-10 w-full" />
        )}
      </form>
    </Dialog>
  )
}
