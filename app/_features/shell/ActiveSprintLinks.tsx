'use client'

import { lazyComponent } from '@/app/_ui/lazyComponent'
import type { SprintLink } from './nav/SprintLinkList'

const SprintLinkList = lazyComponent(() =>
  import('./nav/SprintLinkList').then((module) => module.SprintLinkList),
)

/** The active sprints in the sidebar. Renders nothing when there are none. */
export function ActiveSprintLinks(props: { projectKey: string; sprints: SprintLink[] }) {
  return props.sprints.length > 0 ? <SprintLinkList {...props} /> : null
}
