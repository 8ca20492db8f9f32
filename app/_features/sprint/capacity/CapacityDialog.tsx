'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { withApi } from '@/app/_api/ApiProvider'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { usePeople, useSend } from '@/app/_replica/react/projectHooks'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { Dialog } from '@/app/_ui/Dialog'
import { localToday } from '@/app/_ui/localDate'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { Skeleton } from '@/app/_ui/Skeleton'
import type { Id } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import { formatSprintDates, roundToTenth } from '../sprintLabels'
import { formatLoad } from './formatLoad'
import { PersonCapacityRow } from './PersonCapacityRow'
import { remainingWorkingDays, teamCapacity, useSprintLoads } from './teamCapacity'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** The capacity of each person in a sprint beside the work planned for them. */
export const CapacityDialog = withApi(function CapacityDialog({
  open,
  onOpenChange,
  sprint,
}: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={`Capacity of ${sprint.name}`}
      description={formatSprintDates(sprint, localToday()) ?? undefined}
      footer={<Button onClick={() => onOpenChange(false)}>Close</Button>}
    >
      {open ? <TeamCapacityList sprint={sprint} /> : null}
    </Dialog>
  )
})

function TeamCapacityList({ sprint }: { sprint: Sprint }) {
  const { hoursPerDay } = useWorkTime()
  const people = usePeople()
  const send = useSend()
  const canWrite = useCanWrite()
  const { data, failed, refetch } = useSprintLoads(sprint.id)
  const [addedPeople, setAddedPeople] = useState<ReadonlySet<Id>>(new Set())
  const days = remainingWorkingDays(sprint)
  if (failed && !data) {
    return (
      <p role="alert" className="flex items-center gap-2 text-muted">
        Planned work could not be loaded.
        <Button size="small" onClick={refetch}>
          Try again
        </Button>
      </p>
    )
  }
  if (!data) return <Skeleton className="h-40 w-full" />
  const loads = new Map(data.map((load) => [load.personId, load]))
  const { members, availableHours, totalLoad } = teamCapacity(sprint, data, people, {
    defaultHoursPerDay: hoursPerDay,
    addedPeople,
  })
  const others = people.filter((each) => !members.includes(each) && !each.placeholder)
  const unassignedLoad = loads.get(null)
  const excessHours = totalLoad.seconds / 3_600 - availableHours
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
        value={totalLoad.seconds / 3_600}
        max={availableHours}
        valueText={formatLoad(totalLoad, availableHours)}
      />
      {excessHours > 0.05 ? (
        <p className="-mt-2 text-danger-ink">
          {roundToTenth(excessHours)} h more than the team can give.
        </p>
      ) : null}
      <ul aria-label="Capacity by person" className="divide-y divide-line border-y border-line">
        {members.map((person) => (
          <PersonCapacityRow
            key={person.id}
            sprint={sprint}
            person={person}
            load={loads.get(person.id)}
            days={days}
            readOnly={!canWrite}
          />
        ))}
        {unassignedLoad ? (
          <li className="flex flex-wrap justify-between gap-2 py-2.5">
            <span className="text-muted">Unassigned</span>
            <span className="text-muted tabular-nums">{formatLoad(unassignedLoad, null)}</span>
          </li>
        ) : null}
        {members.length === 0 && !unassignedLoad ? (
          <li className="py-2.5 text-muted">Nothing is planned for anybody yet.</li>
        ) : null}
      </ul>
      {canWrite && others.length > 0 ? (
        <Combobox
          label="Person"
          value={null}
          options={others.map((person) => ({
            id: person.id,
            label: person.name,
            icon: <Avatar person={person} size="small" decorative />,
          }))}
          onSelect={(personId) => {
            setAddedPeople(new Set(addedPeople).add(personId))
            const capacity = { hoursPerDay: roundToTenth(hoursPerDay), daysOff: [] }
            send({ type: 'sprint.setCapacity', sprintId: sprint.id, personId, capacity })
          }}
          trigger={
            <Button tone="ghost" className="self-start" icon={<UserPlus className="size-4" />}>
              Add a person
            </Button>
          }
        />
      ) : null}
    </div>
  )
}
