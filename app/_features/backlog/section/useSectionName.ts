'use client'

import { useProject } from '@/app/_replica/react/projectHooks'
import type { Sprint } from '@/domain/sprint/sprint'
import type { BacklogSectionId } from '@/domain/views/backlog'
import { sectionName } from '../planning/planCommands'

/** Returns the display name of a section. */
export function useSectionName(section: BacklogSectionId): string {
  return sectionName(section, { project: useProject() })
}

/** Returns the sprint of a section; undefined for the backlog. */
export function useSectionSprint(section: BacklogSectionId): Sprint | undefined {
  return useProject().sprints.find((each) => each.id === section)
}
