import type { Id, StatusId } from '@/domain/kernel/primitives'

/** The cookie in which a browser remembers the collapsed columns of a project. */
export const collapsedColumnsCookie = (projectId: Id) => `concord.collapsedColumns.${projectId}`

/** The columns that such a cookie names. */
export function parseCollapsedColumns(value: string | undefined): StatusId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
