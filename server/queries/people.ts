import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { isAnyOf } from '@/db/isAnyOf'
import { person } from '@/db/schema/people'
import { statementBuilder } from '@/db/statementBuilder'
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

const inWorkspace = eq(person.workspaceId, sql.placeholder('workspaceId'))

const PEOPLE_BY_IDS = compileSelect(
  statementBuilder
    .select(personColumns)
    .from(person)
    .where(and(inWorkspace, isAnyOf(person.id, sql.placeholder('ids')))),
)

/** Returns people of the workspace by id, including removed ones. */
export async function selectPeopleByIds(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  ids: Id[],
): Promise<Person[]> {
  return ids.length === 0 ? [] : PEOPLE_BY_IDS(db, { workspaceId, ids })
}

const MEMBERS = compileSelect(
  statementBuilder
    .select(personColumns)
    .from(person)
    .where(and(inWorkspace, isNotNull(person.accountId), isNull(person.removedAt)))
    .orderBy(asc(person.name))
    .limit(MAX_MEMBERS),
)

/** Returns the members who can sign in, by name; at most 200. Others are found by search. */
export function selectMembers(db: Queryable, { workspaceId }: WorkspaceScope): Promise<Person[]> {
  return MEMBERS(db, { workspaceId })
}
