'use client'

import { ActiveSprintLinks } from '@/app/_features/shell/ActiveSprintLinks'
import { useProject } from '@/app/_replica/react/projectHooks'

/** The active sprints in the side bar, as the replica knows them. */
export function LiveSprintLinks() {
  const { key, sprints } = useProject()
  const active = sprints.filter((each) => each.state === 'active' && !each.removedAt)
  return <ActiveSprintLinks projectKey={key} sprints={active} />
}
