'use client'

import { usePeople } from '@/app/_client/react/hooks'
import type { Sprint } from '@/domain/sprint/sprint'
import { useWorkTime } from '../_frame/workspace'
import { against, useLoads } from './capacity'
import { rounded } from './sprint-words'

/** "58 of 80 h": what is planned in a sprint against what its team can give, as one plans. */
export function CapacityMark({ sprint }: { sprint: Sprint }) {
  const { hoursPerDay: usual } = useWorkTime()
  const people = usePeople()
  const { data } = useLoads(sprint.id)
  if (!data) return null
  const { hours, whole } = against(sprint, data, people, { usual })
  const planned = whole.seconds / 3_600
  const over = planned - hours > 0.05
  return (
    <span
      data-tip={`Hours that are left to do, and that the team can give${over ? ': too many' : ''}`}
      className={over ? 'text-danger-ink' : undefined}
    >
      {rounded(planned)} of {rounded(hours)} h
      {over ? <span className="sr-only">, too many</span> : null}
    </span>
  )
}
