'use client'

import { useSearchParams } from 'next/navigation'
import { changeUrlQuery } from '@/app/_ui/changeUrlQuery'
import { SWIMLANE_GROUPINGS, type SwimlaneGrouping } from '@/domain/views/swimlanes'

const PARAM_NAME = 'swimlanes'

/** Returns the swimlane grouping from the URL (null: no swimlanes) and a setter. */
export function useSwimlaneGrouping(): [
  SwimlaneGrouping | null,
  (by: SwimlaneGrouping | null) => void,
] {
  const param = useSearchParams().get(PARAM_NAME)
  return [SWIMLANE_GROUPINGS.find((each) => each === param) ?? null, setSwimlaneGrouping]
}

function setSwimlaneGrouping(grouping: SwimlaneGrouping | null): void {
  changeUrlQuery((query) => {
    if (grouping) query.set(PARAM_NAME, grouping)
    else query.delete(PARAM_NAME)
    return query
  })
}
