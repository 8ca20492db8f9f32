'use client'

import { useProject } from '@/app/_replica/react/projectHooks'
import { lazyComponent } from '@/app/_ui/lazyComponent'

const ActiveSprintLinks = lazyComponent(() =>
  import('./nav/ActiveSprintLinks').then((module) => module.ActiveSprintLinks),
)

/** The running sprints in the side bar, where there are any. */
export function LazyActiveSprintLinks() {
  const { sprints } = useProject()
  const hasActiveSprint = sprints.some((each) => each.state === 'active' && !each.removedAt)
  return hasActiveSprint ? <ActiveSprintLinks /> : null
}
