'use client'

import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { Skeleton } from '@/app/_ui/Skeleton'
import { TextField } from '@/app/_ui/TextField'
import { proposedName } from '@/domain/sprint/name'
import type { Sprint } from '@/domain/sprint/sprint'
import { type Id, LIMITS } from '@/domain/words'
import { asCommand, type Destination, destinations, goesTo, NEW } from './destinations'
import { OpenTasks } from './OpenTasks'
import { Select } from './Select'
import { figureWords, inTasks } from './sprint-words'
import { useContents } from './useContents'
import { useEnded } from './useEnded'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Completes a sprint: shows task by task what is not done and where it goes, before it does. */
export function CompleteDialog({ open, onOpenChange, sprint }: Props) {
  const form = useId()
  const store = useStore()
  const send = useSend()
  const tell = useEnded()
  const { key, sprints } = useProject()
  const { data, failed, again } = useContents(sprint.id, open)
  const [baseVersion] = useState(() => store.screen.project.version)
  const [made] = useState(() => newId())
  const choices = destinations(sprints, sprint.id)
  const [all, setAll] = useState<Destination>(choices[0]?.value ?? NEW)
  const [own, setOwn] = useState<ReadonlyMap<Id, Destination>>(new Map())
  const [name, setName] = useState(() =>
    proposedName(
      key,
      sprints.filter((each) => !each.removedAt).map((each) => each.name),
    ),
  )
  const goes = goesTo(data?.open ?? [], all, own)
  const makes = goes.has(NEW)

  const complete = (event: React.FormEvent) => {
    event.preventDefault()
    if (!data || (makes && !name.trim())) return
    const create = makes ? { create: { sprintId: made, name: name.trim() } } : {}
    // Where nothing goes to a new sprint, none is made, and so none can be named.
    const rest = makes || all !== NEW ? asCommand(all, own, made) : { rest: null }
    const about = { sprintId: sprint.id, baseVersion, ...rest, ...create }
    tell(sprint, send({ type: 'sprint.complete', ...about }))
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
                {figureWords({ ...data.done, unestimated: 0 })}
              </strong>{' '}
              done
              {data.open.length === 0 ? '. Nothing is left open.' : ' and stay in this sprint.'}
            </p>
            {data.open.length > 0 ? (
              <>
                <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
                  <p>
                    <strong className="font-medium">{inTasks(data.open.length)}</strong> not done.{' '}
                    {data.open.length === 1 ? 'It goes' : 'They go'} to
                  </p>
                  <Select
                    label="Where what is not done goes"
                    value={all}
                    choices={choices}
                    onChange={setAll}
                    className="sm:max-w-72"
                  />
                </div>
                {makes ? (
                  <TextField
                    label="Name of the new sprint"
                    value={name}
                    maxLength={LIMITS.name}
                    required
                    onChange={(event) => setName(event.target.value)}
                  />
                ) : null}
                <OpenTasks
                  tasks={data.open}
                  choices={choices}
                  to={(id) => own.get(id) ?? all}
                  onChoose={(id, to) => setOwn(new Map(own).set(id, to))}
                />
                <p role="status" className="text-muted">
                  {[...goes].map(([to, count]) => `${count} to ${labelOf(to)}`).join(', ')}
                </p>
              </>
            ) : null}
          </>
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            What is not done could not be read.
            <Button size="small" onClick={again}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </form>
    </Dialog>
  )

  function labelOf(to: Destination): string {
    if (to === NEW) return name.trim() || 'a new sprint'
    return sprints.find((each) => each.id === to)?.name ?? 'the backlog'
  }
}
