import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { account, person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '../access/scope'
import { audit } from '../people/audit'
import type { KnownPerson } from './jira/proposeMapping'

/** Somebody that an import names and who has no account here. */
export interface Placeholder {
  id: Id
  /** The tracker's own name for them. */
  importedAs: string
  name: string
  email: string | null
}

/** Everybody of the workspace whom an import may mean, removed people included. */
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
 * Makes people without an account, members whom an invitation can hand over to their owners.
 * Those that exist already stay as they are.
 * @returns how many are new
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
 * Remembers whom an admin said a tracker's user is, so that the next import finds them by itself.
 * Who is known by another name already keeps that one.
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
