import type { Id, StatusId } from '@/domain/words'

/** The cookie in which a browser remembers the collapsed columns of a project. */
export const collapsedCookie = (projectId: Id) => `concord.collapsed.${projectId}`

/** The columns that such a cookie names. */
export function readCollapsed(value: string | undefined): StatusId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
