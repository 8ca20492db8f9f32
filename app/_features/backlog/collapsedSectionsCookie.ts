import type { Id } from '@/domain/kernel/primitives'
import type { BacklogSectionId } from '@/domain/views/backlog'

/** Name of the cookie in which a browser stores the collapsed sections of a project. */
export const collapsedSectionsCookie = (projectId: Id) => `concord.collapsedSections.${projectId}`

/** Returns the section ids in the cookie's value. */
export function parseCollapsedSections(value: string | undefined): BacklogSectionId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
