import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { type LiveQuery, useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { localToday } from '@/app/_ui/localDate'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { workingDays } from '@/domain/sprint/capacity'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Person } from '@/domain/views/board'
import type { Workload } from '@/domain/views/sprints'
import { availableHours } from './formatLoad'

/** The remaining work of a sprint and the capacity for it, by person. */
export interface TeamCapacity {
  /** People with tasks in the sprint or with a capacity of their own. */
  members: Person[]
  /** Capacity of all members together. */
  availableHours: number
  totalLoad: Workload
}

/** Returns the work planned for each person in a sprint. Refetches when the sprint changes. */
export function useSprintLoads(sprintId: Id): LiveQuery<Workload[] | undefined> {
  const { projectId } = useProjectStore()
  return useLiveQuery(trpc.sprint.workload.useQuery({ projectId, sprintId }))
}

/**
 * Compares the planned work with the team's capacity.
 * @param defaultHoursPerDay hours per day of people without a capacity of their own
 * @param addedPeople members who have no tasks in the sprint yet
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

/** Returns the sprint's remaining working days; all of them before it has started. */
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
