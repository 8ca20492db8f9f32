'use client'

import { UserPlus } from 'lucide-react'
import { useCallback, useState } from 'react'
import { usePeople, useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { Pick } from '@/app/_ui/Pick'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { Skeleton } from '@/app/_ui/Skeleton'
import { workingDays } from '@/domain/sprint/capacity'
import type { Load } from '@/domain/sprint/figures'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'
import { useWorkTime } from '../_frame/workspace'
import { today } from '../_task/fields/days'
import { useMayWrite } from '../_task/useMayWrite'
import { CapacityLine } from './CapacityLine'
import { givenHours, loadWords } from './load-words'
import { dateWords, rounded } from './sprint-words'
import { useAsked } from './useAsked'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** What each person can give to a sprint, beside what is planned for them. */
export function CapacityDialog({ open, onOpenChange, sprint }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={`Capacity of ${sprint.name}`}
      description={dateWords(sprint, today()) ?? undefined}
      footer={<Button onClick={() => onOpenChange(false)}>Close</Button>}
    >
      {open ? <Team sprint={sprint} /> : null}
    </Dialog>
  )
}

function Team({ sprint }: { sprint: Sprint }) {
  const { projectId } = useStore()
  const { hoursPerDay } = useWorkTime()
  const people = usePeople()
  const send = useSend()
  const mayWrite = useMayWrite()
  const ask = useCallback(
    () => trpc.sprint.load.query({ projectId, sprintId: sprint.id }) as Promise<Load[]>,
    [projectId, sprint.id],
  )
  const { data, failed, again } = useAsked(ask)
  const [added, setAdded] = useState<ReadonlySet<Id>>(new Set())
  const days = daysLeft(sprint)
  if (failed && !data) {
    return (
      <p role="alert" className="flex items-center gap-2 text-muted">
        What is planned could not be read.
        <Button size="small" onClick={again}>
          Try again
        </Button>
      </p>
    )
  }
  if (!data) return <Skeleton className="h-40 w-full" />
  const loads = new Map(data.map((load) => [load.personId, load]))
  const isIn = (id: Id) => loads.has(id) || added.has(id) || sprint.capacity[id] !== undefined
  const team = people.filter(({ id }) => isIn(id))
  const others = people.filter(({ id, placeholder }) => !isIn(id) && !placeholder)
  const hours = team.reduce(
    (sum, { id }) => sum + givenHours(days, sprint.capacity[id], hoursPerDay),
    0,
  )
  const nobodys = loads.get(null)
  const whole = sumOf(data)
  const over = whole.seconds / 3_600 - hours
  return (
    <div className="flex flex-col gap-4">
      {sprint.startDate && sprint.endDate ? (
        <p className="text-muted">
          {days.length} working {days.length === 1 ? 'day' : 'days'}
          {sprint.state === 'active' ? ' left' : ''}, Monday to Friday. Planned is what is not done
          yet.
        </p>
      ) : (
        <p className="rounded-card bg-sunken px-3 py-2 text-muted">
          The sprint needs both its dates before its working days can be counted.
        </p>
      )}
      <ProgressBar
        label="The whole team"
        value={whole.seconds / 3_600}
        max={hours}
        words={loadWords(whole, hours)}
      />
      {over > 0.05 ? (
        <p className="-mt-2 text-danger-ink">{rounded(over)} h more than the team can give.</p>
      ) : null}
      <ul aria-label="Capacity by person" className="divide-y divide-line border-y border-line">
        {team.map((person) => (
          <CapacityLine
            key={person.id}
            sprint={sprint}
            person={person}
            load={loads.get(person.id)}
            days={days}
            readOnly={!mayWrite}
          />
        ))}
        {nobodys ? (
          <li className="flex flex-wrap justify-between gap-2 py-2.5">
            <span className="text-muted">Nobody yet</span>
            <span className="text-muted tabular-nums">{loadWords(nobodys, null)}</span>
          </li>
        ) : null}
        {team.length === 0 && !nobodys ? (
          <li className="py-2.5 text-muted">Nothing is planned for anybody yet.</li>
        ) : null}
      </ul>
      {mayWrite && others.length > 0 ? (
        <Pick
          label="Person"
          value={null}
          options={others.map((person) => ({
            id: person.id,
            label: person.name,
            icon: <Avatar person={person} size="small" decorative />,
          }))}
          onPick={(personId) => {
            setAdded(new Set(added).add(personId))
            const capacity = { hoursPerDay: rounded(hoursPerDay), daysOff: [] }
            send({ type: 'sprint.capacity', sprintId: sprint.id, personId, capacity })
          }}
          trigger={
            <Button tone="bare" className="self-start" icon={<UserPlus className="size-4" />}>
              Add a person
            </Button>
          }
        />
      ) : null}
    </div>
  )
}

/** The working days that can still be worked on: all of them before the sprint has begun. */
function daysLeft({ startDate, endDate, state }: Sprint) {
  if (!startDate || !endDate) return []
  const now = today()
  return workingDays(state === 'active' && now > startDate ? now : startDate, endDate)
}

function sumOf(loads: readonly Load[]): Load {
  const none: Load = { personId: null, tasks: 0, seconds: 0, untimed: 0, points: 0 }
  return loads.reduce(
    (sum, load) => ({
      personId: null,
      tasks: sum.tasks + load.tasks,
      seconds: sum.seconds + load.seconds,
      untimed: sum.untimed + load.untimed,
      points: sum.points + load.points,
    }),
    none,
  )
}
