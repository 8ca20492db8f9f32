import type { Id } from '@/domain/kernel/primitives'
import type { BacklogSectionId } from '@/domain/views/backlog'

/** The cookie in which a browser remembers the collapsed sections of a project. */
export const collapsedSectionsCookie = (projectId: Id) => `concord.collapsedSections.${projectId}`

/** The sections that such a cookie names. */
export function parseCollapsedSections(value: string | undefined): BacklogSectionId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
