import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import type { Id, Role } from '@/domain/kernel/primitives'

/**
 * Makes an account somebody of a workspace, or brings back who was removed from it earlier. The
 * doors to this are invitations; demo data and tests call it straight.
 * @returns the person's id
 */
export async function addPerson(
  sql: ISql,
  workspaceId: Id,
  account: { id: Id; name: string; email: string },
  role: Role,
): Promise<Id> {
  const [row] = await sql<{ id: Id }[]>`
    insert into person (id, workspace_id, account_id, name, email, role)
    values (${newId()}, ${workspaceId}, ${account.id}, ${account.name}, ${account.email}, ${role})
    on conflict (workspace_id, account_id) do update
      set removed_at = null, role = excluded.role, former_role = person.role, role_since = now()
    returning id`
  if (!row) throw new Error('PostgreSQL answered an upsert without its row.')
  return row.id
}
