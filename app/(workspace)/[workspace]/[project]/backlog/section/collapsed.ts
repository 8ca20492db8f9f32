import type { SectionId } from '@/domain/backlog'
import type { Id } from '@/domain/words'

/** The cookie in which a browser remembers the collapsed sections of a project. */
export const collapsedSections = (projectId: Id) => `concord.sections.${projectId}`

/** The sections that such a cookie names. */
export function readCollapsed(value: string | undefined): SectionId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
