import type { Row } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import type { Person } from '@/domain/views/board'
import type { WorkspaceScope } from '@/server/access/scope'
import { toPerson } from './cardRows'
import type { SqlReader } from './snapshot'

const MAX_MEMBERS = 200

/** These people of the workspace, whether they are still in it or not. */
export async function selectPeopleByIds(
  sql: SqlReader,
  scope: WorkspaceScope,
  ids: Id[],
): Promise<Person[]> {
  if (ids.length === 0) return []
  const rows = await sql<Row[]>`
    select id, name, role, account_id from person
    where workspace_id = ${scope.workspaceId} and id = any(${ids})`
  return rows.map(toPerson)
}

/** Those who can sign in, by name; 200 at most, further ones are found by searching. */
export async function selectMembers(sql: SqlReader, scope: WorkspaceScope): Promise<Person[]> {
  const rows = await sql<Row[]>`
    select id, name, role, account_id from person
    where workspace_id = ${scope.workspaceId} and account_id is not null and removed_at is null
    order by name limit ${MAX_MEMBERS}`
  return rows.map(toPerson)
}
