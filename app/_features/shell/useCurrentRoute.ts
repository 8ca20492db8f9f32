'use client'

import { useParams } from 'next/navigation'
import type { ProjectSummary } from './routes'
import { useWorkspace } from './useWorkspace'

/** Returns the workspace and project in the URL. */
export function useCurrentRoute(): { slug: string; projectKey?: string; project?: ProjectSummary } {
  const { slug, projects } = useWorkspace()
  const { project: projectKey } = useParams<{ project?: string }>()
  return { slug, projectKey, project: projects.find((each) => each.key === projectKey) }
}
