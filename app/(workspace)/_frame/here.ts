'use client'

import { useParams } from 'next/navigation'
import type { ProjectLink } from './addresses'
import { useWorkspace } from './workspace'

/** Which workspace and project the address names. */
export function useHere(): { slug: string; projectKey?: string; project?: ProjectLink } {
  const { slug, projects } = useWorkspace()
  const { project: projectKey } = useParams<{ project?: string }>()
  return { slug, projectKey, project: projects.find((each) => each.key === projectKey) }
}
