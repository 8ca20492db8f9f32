import { database } from '@/db/client'
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
  const { sql } = database()
  return sql<KnownPerson[]>`
    select person.id, person.name, coalesce(account.email, person.email) as email,
      person.imported_as as "importedAs"
    from person left join account on account.id = person.account_id
    where person.workspace_id = ${scope.workspaceId}
    order by person.removed_at nulls first, person.name`
}

/**
 * Makes people without an account, members whom an invitation can hand over to their owners.
 * Those that exist already stay as they are.
 * @returns how many are new
 */
export async function createPlaceholders(scope: WorkspaceScope, people: Placeholder[]) {
  if (people.length === 0) return 0
  const { workspaceId } = scope
  return database().sql.begin(async (sql) => {
    const created = await sql<{ id: Id; name: string; imported_as: string }[]>`
      insert into person (id, workspace_id, name, email, role, imported_as)
      select id, ${workspaceId}, name, email, 'member', imported_as from unnest(
        ${people.map((each) => each.id)}::uuid[], ${people.map((each) => each.name)}::text[],
        ${people.map((each) => each.email)}::text[], ${people.map((each) => each.importedAs)}::text[]
      ) as p(id, name, email, imported_as)
      on conflict do nothing returning id, name, imported_as`
    for (const { id, name, imported_as: importedAs } of created) {
      const detail = { personId: id, name, importedAs }
      await audit(sql, 'person.imported', { workspaceId, actorId: scope.person.id, detail })
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
  await database().sql.begin(async (sql) => {
    for (const [importedAs, id] of chosen) {
      const { count } = await sql`
        update person set imported_as = ${importedAs}
        where id = ${id} and workspace_id = ${workspaceId} and imported_as is null
          and not exists (select 1 from person other
            where other.workspace_id = ${workspaceId} and other.imported_as = ${importedAs})`
      if (count === 0) continue
      const detail = { personId: id, importedAs }
      await audit(sql, 'person.import-matched', { workspaceId, actorId: scope.person.id, detail })
    }
  })
}
