import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Queryable } from '@/db/client'
import { person } from '@/db/schema/people'
import type { Id, Role } from '@/domain/kernel/primitives'

/**
 * Makes an account a member of a workspace, or restores a removed member. Users get here through
 * invitations; demo data and tests call it directly.
 * @returns the person's id
 */
export async function addPerson(
  db: Queryable,
  workspaceId: Id,
  account: { id: Id; name: string; email: string },
  role: Role,
): Promise<Id> {
  const { id: accountId, name, email } = account
  const [row] = await db
    .insert(person)
    .values({ id: newId(), workspaceId, accountId, name, email, role })
    .onConflictDoUpdate({
      target: [person.workspaceId, person.accountId],
      set: { removedAt: null, role, formerRole: sql`${person.role}`, roleSince: sql`now()` },
    })
    .returning({ id: person.id })
  if (!row) throw new Error('PostgreSQL answered an upsert without its row.')
  return row.id
}
