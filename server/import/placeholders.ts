import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { account, person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '../access/scope'
import { audit } from '../people/audit'
import type { KnownPerson } from './jira/proposeMapping'

/** An imported person without an account. */
export interface Placeholder {
  id: Id
  /** The tracker's identifier of the person. */
  importedAs: string
  name: string
  email: string | null
}

/** Returns all people of the workspace whom an import may refer to, including removed ones. */
export async function loadKnownPeople(scope: WorkspaceScope): Promise<KnownPerson[]> {
  return database()
    .db.select({
      id: person.id,
      name: person.name,
      email: sql<string | null>`coalesce(${account.email}, ${person.email})`,
      importedAs: person.importedAs,
    })
    .from(person)
    .leftJoin(account, eq(account.id, person.accountId))
    .where(eq(person.workspaceId, scope.workspaceId))
    .orderBy(sql`${person.removedAt} nulls first`, person.name)
}

/**
 * Creates members without an account, whom an invitation can hand over to the real people. Existing
 * ones stay unchanged.
 * @returns the number of new ones
 */
export async function createPlaceholders(scope: WorkspaceScope, people: Placeholder[]) {
  if (people.length === 0) return 0
  const { workspaceId } = scope
  return database().db.transaction(async (db) => {
    const created = await db
      .insert(person)
      .values(people.map((each) => ({ ...each, workspaceId, role: 'member' as const })))
      .onConflictDoNothing()
      .returning({ personId: person.id, name: person.name, importedAs: person.importedAs })
    for (const detail of created) {
      await audit(db, 'person.imported', { workspaceId, actorId: scope.person.id, detail })
    }
    return created.length
  })
}

/**
 * Stores which person an admin matched with a tracker's user, so that the next import matches them
 * by itself. People who already have a tracker's name keep it.
 */
export async function saveMatchedPeople(scope: WorkspaceScope, chosen: Map<string, Id>) {
  if (chosen.size === 0) return
  const { workspaceId } = scope
  const other = alias(person, 'other')
  await database().db.transaction(async (db) => {
    for (const [importedAs, id] of chosen) {
      const known = db
        .select({ id: other.id })
        .from(other)
        .where(and(eq(other.workspaceId, workspaceId), eq(other.importedAs, importedAs)))
      const matched = await db
        .update(person)
        .set({ importedAs })
        .where(
          and(
            eq(person.id, id),
            eq(person.workspaceId, workspaceId),
            isNull(person.importedAs),
            notExists(known),
          ),
        )
        .returning({ id: person.id })
      if (matched.length === 0) continue
      const detail = { personId: id, importedAs }
      await audit(db, 'person.import-matched', { workspaceId, actorId: scope.person.id, detail })
    }
  })
}
