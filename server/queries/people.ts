import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import type { Person } from '@/domain/views/board'
import type { WorkspaceScope } from '@/server/access/scope'

const MAX_MEMBERS = 200

/** The fields of a person that screens show. */
const personColumns = {
  id: person.id,
  name: person.name,
  role: person.role,
  placeholder: sql<boolean>`${person.accountId} is null`,
}

/** Returns people of the workspace by id, including removed ones. */
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

/** Returns the members who can sign in, by name; at most 200. Others are found by search. */
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
