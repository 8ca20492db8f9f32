import type { Id, StatusId } from '@/domain/kernel/primitives'

/** Name of the cookie in which a browser stores the collapsed columns of a project. */
export const collapsedColumnsCookie = (projectId: Id) => `concord.collapsedColumns.${projectId}`

/** Returns the column ids in the cookie's value. */
export function parseCollapsedColumns(value: string | undefined): StatusId[] {
  return value ? value.split(' ').filter(Boolean) : []
}
