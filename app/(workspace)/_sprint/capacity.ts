import { useCallback } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { Person } from '@/domain/board'
import { workingDays } from '@/domain/sprint/capacity'
import type { Load } from '@/domain/sprint/figures'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Day, Id } from '@/domain/words'
import { today } from '../_task/fields/days'
import { givenHours } from './load-words'
import { type Asked, useAsked } from './useAsked'

/** What is left to do in a sprint, by person, and what each of them can give. */
export interface Against {
  /** Who takes part: somebody with tasks in it, or with a capacity of their own. */
  team: Person[]
  /** What all of them can give. */
  hours: number
  whole: Load
}

/** What is planned for each person in a sprint, asked again as it changes. */
export function useLoads(sprintId: Id): Asked<Load[]> {
  const { projectId } = useStore()
  const ask = useCallback(
    () => trpc.sprint.load.query({ projectId, sprintId }) as Promise<Load[]>,
    [projectId, sprintId],
  )
  return useAsked(ask)
}

/**
 * Sets what is planned against what the team can give.
 * @param usual hours a day of who has no capacity of their own
 * @param added people who take part although nothing is theirs yet
 */
export function against(
  sprint: Sprint,
  loads: Load[],
  people: readonly Person[],
  { usual, added }: { usual: number; added?: ReadonlySet<Id> },
): Against {
  const loaded = new Set(loads.map((load) => load.personId))
  const team = people.filter(
    ({ id }) => loaded.has(id) || added?.has(id) || sprint.capacity[id] !== undefined,
  )
  const days = daysLeft(sprint)
  const hours = team.reduce((sum, { id }) => sum + givenHours(days, sprint.capacity[id], usual), 0)
  return { team, hours, whole: sumOf(loads) }
}

/** The working days that can still be worked on: all of them before the sprint has begun. */
export function daysLeft({ startDate, endDate, state }: Sprint): Day[] {
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
