'use client'

import { useProject } from '@/app/_client/react/hooks'
import type { SectionId } from '@/domain/backlog'
import type { Sprint } from '@/domain/sprint/sprint'
import { sectionName } from '../acts/plan'

/** What a section is called. */
export function useSectionName(section: SectionId): string {
  return sectionName(section, { project: useProject() })
}

/** The sprint of a section; undefined for the backlog. */
export function useSprint(section: SectionId): Sprint | undefined {
  return useProject().sprints.find((each) => each.id === section)
}
