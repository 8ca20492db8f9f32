import type { ISql } from 'postgres'
import { database } from '@/db/client'
import { type Id, ROLES, type Role } from '@/domain/kernel/primitives'
import { ApiError, notFound } from '@/server/access/apiError'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { disconnectUser } from '@/server/publish/disconnectUser'
import { audit } from './audit'
import { revokeInvitationsBy, revokeInvitationsFor } from './invitations'

/**
 * Gives somebody of the workspace another role, which counts from their next request on.
 * @throws ApiError (forbidden) for those who are not admins, (not-found) for a foreign person,
 * (conflict) when it would leave the workspace without an admin
 */
export async function changeRole(scope: WorkspaceScope, personId: Id, role: Role): Promise<void> {
  let isDemotion = false
  await changePersonAsAdmin(scope, personId, async (sql, person) => {
    if (person.role === role) return
    isDemotion = ROLES.indexOf(role) > ROLES.indexOf(person.role)
    if (role !== 'admin') await requireAnotherAdmin(sql, scope.workspaceId, person)
    await sql`
      update person set role = ${role}, former_role = role, role_since = now()
      where id = ${personId}`
    if (person.role === 'admin') await revokeInvitationsBy(sql, scope, personId)
    await audit(sql, 'person.role-changed', {
      workspaceId: scope.workspaceId,
      actorId: scope.person.id,
      detail: { personId, from: person.role, to: role },
    })
  })
  if (isDemotion) disconnectUser(personId)
}

/**
 * Takes somebody out of the workspace; what they did stays, and an invitation can bring them back.
 * @throws ApiError as in `changeRole`
 */
export async function removePerson(scope: WorkspaceScope, personId: Id): Promise<void> {
  await changePersonAsAdmin(scope, personId, async (sql, person) => {
    await requireAnotherAdmin(sql, scope.workspaceId, person)
    await sql`update person set removed_at = now() where id = ${personId}`
    await revokeInvitationsBy(sql, scope, personId)
    await revokeInvitationsFor(sql, scope, personId)
    await audit(sql, 'person.removed', {
      workspaceId: scope.workspaceId,
      actorId: scope.person.id,
      detail: { personId },
    })
  })
  disconnectUser(personId)
}

interface TargetPerson {
  id: Id
  role: Role
  placeholder: boolean
}

// One change of roles at a time in each workspace: two admins who demote each other cannot both
// succeed. Whether the asker is an admin is asked again under the lock.
async function changePersonAsAdmin(
  scope: WorkspaceScope,
  personId: Id,
  change: (sql: ISql, person: TargetPerson) => Promise<void>,
): Promise<void> {
  requireRole(scope.person.role, 'admin')
  await database().sql.begin(async (sql) => {
    await sql`select 1 from workspace where id = ${scope.workspaceId} for update`
    const people = await sql<TargetPerson[]>`
      select id, role, account_id is null as placeholder from person
      where workspace_id = ${scope.workspaceId} and id in (${scope.person.id}, ${personId})
        and removed_at is null`
    const principal = people.find((person) => person.id === scope.person.id)
    if (!principal) throw notFound()
    requireRole(principal.role, 'admin')
    const person = people.find((each) => each.id === personId)
    if (!person) throw notFound()
    await change(sql, person)
  })
}

async function requireAnotherAdmin(
  sql: ISql,
  workspaceId: Id,
  person: TargetPerson,
): Promise<void> {
  if (person.role !== 'admin' || person.placeholder) return
  const [other] = await sql`
    select 1 from person
    where workspace_id = ${workspaceId} and role = 'admin' and removed_at is null
      and account_id is not null and id <> ${person.id} limit 1`
  if (!other) {
    throw new ApiError('conflict', 'This is the last admin. Make somebody else an admin first.')
  }
}
