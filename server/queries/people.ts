import type { Person } from '@/domain/board'
import type { Id } from '@/domain/words'
import type { WorkspaceScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { toPerson } from './boardRows'
import type { Reader } from './snapshot'

const MOST_MEMBERS = 200

/** These people of the workspace, whether they are still in it or not. */
export async function peopleById(sql: Reader, scope: WorkspaceScope, ids: Id[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const rows = await sql<Row[]>`
    select id, name, role, account_id from person
    where workspace_id = ${scope.workspaceId} and id = any(${ids})`
  return rows.map(toPerson)
}

/** Those who can sign in, by name; 200 at most, further ones are found by searching. */
export async function members(sql: Reader, scope: WorkspaceScope): Promise<Person[]> {
  const rows = await sql<Row[]>`
    select id, name, role, account_id from person
    where workspace_id = ${scope.workspaceId} and account_id is not null and removed_at is null
    order by name limit ${MOST_MEMBERS}`
  return rows.map(toPerson)
}
