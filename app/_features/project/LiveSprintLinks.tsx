'use client'

import { ActiveSprintLinks } from '@/app/_features/shell/ActiveSprintLinks'
import { useProject } from '@/app/_replica/react/projectHooks'

/** Links to the active sprints in the sidebar, kept current by the replica. */
export function LiveSprintLinks() {
  const { key, sprints } = useProject()
  const active = sprints.filter((each) => each.state === 'active' && !each.removedAt)
  return <ActiveSprintLinks projectKey={key} sprints={active} />
}
