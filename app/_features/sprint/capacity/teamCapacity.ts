import { useCallback } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { type LiveQuery, useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { localToday } from '@/app/_ui/localDate'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { workingDays } from '@/domain/sprint/capacity'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Person } from '@/domain/views/board'
import type { Workload } from '@/domain/views/sprints'
import { availableHours } from './formatLoad'

/** What is left to do in a sprint, by person, and what each of them can give. */
export interface TeamCapacity {
  /** Who takes part: somebody with tasks in it, or with a capacity of their own. */
  members: Person[]
  /** What all of them can give. */
  availableHours: number
  totalLoad: Workload
}

/** What is planned for each person in a sprint, asked again as it changes. */
export function useSprintLoads(sprintId: Id): LiveQuery<Workload[]> {
  const { projectId } = useProjectStore()
  const query = useCallback(
    () => apiClient.sprint.workload.query({ projectId, sprintId }) as Promise<Workload[]>,
    [projectId, sprintId],
  )
  return useLiveQuery(query)
}

/**
 * Sets what is planned against what the team can give.
 * @param defaultHoursPerDay hours a day of who has no capacity of their own
 * @param addedPeople people who take part although nothing is theirs yet
 */
export function teamCapacity(
  sprint: Sprint,
  loads: Workload[],
  people: readonly Person[],
  {
    defaultHoursPerDay,
    addedPeople,
  }: { defaultHoursPerDay: number; addedPeople?: ReadonlySet<Id> },
): TeamCapacity {
  const peopleWithLoad = new Set(loads.map((load) => load.personId))
  const members = people.filter(
    ({ id }) => peopleWithLoad.has(id) || addedPeople?.has(id) || sprint.capacity[id] !== undefined,
  )
  const days = remainingWorkingDays(sprint)
  const hours = members.reduce(
    (sum, { id }) => sum + availableHours(days, sprint.capacity[id], defaultHoursPerDay),
    0,
  )
  return { members, availableHours: hours, totalLoad: sumLoads(loads) }
}

/** The working days that can still be worked on: all of them before the sprint has begun. */
export function remainingWorkingDays({ startDate, endDate, state }: Sprint): LocalDate[] {
  if (!startDate || !endDate) return []
  const now = localToday()
  return workingDays(state === 'active' && now > startDate ? now : startDate, endDate)
}

function sumLoads(loads: readonly Workload[]): Workload {
  const emptyLoad: Workload = {
    personId: null,
    tasks: 0,
    seconds: 0,
    withoutEstimate: 0,
    points: 0,
  }
  return loads.reduce(
    (sum, load) => ({
      personId: null,
      tasks: sum.tasks + load.tasks,
      seconds: sum.seconds + load.seconds,
      withoutEstimate: sum.withoutEstimate + load.withoutEstimate,
      points: sum.points + load.points,
    }),
    emptyLoad,
  )
}
