import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import type { Person } from '@/domain/views/board'
import type { WorkspaceScope } from '@/server/access/scope'

const MAX_MEMBERS = 200

/** What screens say of a person. */
const personColumns = {
  id: person.id,
  name: person.name,
  role: person.role,
  placeholder: sql<boolean>`${person.accountId} is null`,
}

/** These people of the workspace, whether they are still in it or not. */
export async function selectPeopleByIds(
  db: Queryable,
  scope: WorkspaceScope,
  ids: Id[],
): Promise<Person[]> {
  if (ids.length === 0) return []
  return db
    .select(personColumns)
    .from(person)
    .where(and(eq(person.workspaceId, scope.workspaceId), isAnyOf(person.id, ids)))
}

/** Those who can sign in, by name; 200 at most, further ones are found by searching. */
export async function selectMembers(db: Queryable, scope: WorkspaceScope): Promise<Person[]> {
  return db
    .select(personColumns)
    .from(person)
    .where(
      and(
        eq(person.workspaceId, scope.workspaceId),
        isNotNull(person.accountId),
        isNull(person.removedAt),
      ),
    )
    .orderBy(asc(person.name))
    .limit(MAX_MEMBERS)
}
