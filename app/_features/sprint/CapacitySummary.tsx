'use client'

import { withApi } from '@/app/_api/ApiProvider'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { usePeople } from '@/app/_replica/react/projectHooks'
import type { Sprint } from '@/domain/sprint/sprint'
import { teamCapacity, useSprintLoads } from './capacity/teamCapacity'
import { roundToTenth } from './sprintLabels'

/** For example "58 of 80 h": the planned work of a sprint and the capacity of its team. */
export const CapacitySummary = withApi(function CapacitySummary({ sprint }: { sprint: Sprint }) {
  const { hoursPerDay: defaultHoursPerDay } = useWorkTime()
  const people = usePeople()
  const { data } = useSprintLoads(sprint.id)
  if (!data) return null
  const { availableHours, totalLoad } = teamCapacity(sprint, data, people, { defaultHoursPerDay })
  const plannedHours = totalLoad.seconds / 3_600
  const isOverCapacity = plannedHours - availableHours > 0.05
  return (
    <span
      data-tooltip={`Remaining work and capacity of the team, in hours${isOverCapacity ? ': too much work' : ''}`}
      className={isOverCapacity ? 'text-danger-ink' : undefined}
    >
      {roundToTenth(plannedHours)} of {roundToTenth(availableHours)} h
      {isOverCapacity ? <span className="sr-only">, too many</span> : null}
    </span>
  )
})
