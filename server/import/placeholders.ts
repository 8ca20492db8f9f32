import { database } from '@/db/client'
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
  const { sql } = database()
  return sql<KnownPerson[]>`
    select person.id, person.name, coalesce(account.email, person.email) as email,
      person.imported_as as "importedAs"
    from person left join account on account.id = person.account_id
    where person.workspace_id = ${scope.workspaceId}
    order by person.removed_at nulls first, person.name`
}

/**
 * Creates members without an account, whom an invitation can hand over to the real people. Existing
 * ones stay unchanged.
 * @returns the number of new ones
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
 * Stores which person an admin matched with a tracker's user, so that the next import matches them
 * by itself. People who already have a tracker's name keep it.
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
