'use client'

import { useProject } from '@/app/_client/react/hooks'
import { onDemand } from '@/app/_ui/onDemand'

const RunningSprints = onDemand(() =>
  import('./RunningSprints').then((part) => part.RunningSprints),
)

/** The running sprints in the side bar, where there are any. */
export function RunningDoor() {
  const { sprints } = useProject()
  const runs = sprints.some((each) => each.state === 'active' && !each.removedAt)
  return runs ? <RunningSprints /> : null
}
