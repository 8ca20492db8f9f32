'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { usePeople, useSend } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { Pick } from '@/app/_ui/Pick'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { Skeleton } from '@/app/_ui/Skeleton'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'
import { useWorkTime } from '../_frame/workspace'
import { today } from '../_task/fields/days'
import { useMayWrite } from '../_task/useMayWrite'
import { CapacityLine } from './CapacityLine'
import { against, daysLeft, useLoads } from './capacity'
import { loadWords } from './load-words'
import { dateWords, rounded } from './sprint-words'

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
  const { hoursPerDay } = useWorkTime()
  const people = usePeople()
  const send = useSend()
  const mayWrite = useMayWrite()
  const { data, failed, again } = useLoads(sprint.id)
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
  const { team, hours, whole } = against(sprint, data, people, { usual: hoursPerDay, added })
  const others = people.filter((each) => !team.includes(each) && !each.placeholder)
  const nobodys = loads.get(null)
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
