import type { ISql } from 'postgres'
import { database } from '@/db/client'
import { type Id, ROLES, type Role } from '@/domain/words'
import { missing, Problem } from '@/server/access/problem'
import { mustBe } from '@/server/access/roles'
import type { WorkspaceScope } from '@/server/access/scope'
import { cutOff } from '@/server/subscribers/cutOff'
import { audit } from './audit'
import { revokeMadeBy, revokeMadeFor } from './invite'

/**
 * Gives somebody of the workspace another role, which counts from their next request on.
 * @throws Problem (forbidden) for those who are not admins, (missing) for a foreign person,
 * (conflict) when it would leave the workspace without an admin
 */
export async function changeRole(scope: WorkspaceScope, personId: Id, role: Role): Promise<void> {
  let isLess = false
  await asAdmin(scope, personId, async (sql, person) => {
    if (person.role === role) return
    isLess = ROLES.indexOf(role) > ROLES.indexOf(person.role)
    if (role !== 'admin') await keepAnAdmin(sql, scope.workspaceId, person)
    await sql`
      update person set role = ${role}, former_role = role, role_since = now()
      where id = ${personId}`
    if (person.role === 'admin') await revokeMadeBy(sql, scope, personId)
    await audit(sql, 'person.role-changed', {
      workspaceId: scope.workspaceId,
      by: scope.person.id,
      detail: { personId, from: person.role, to: role },
    })
  })
  if (isLess) cutOff(personId)
}

/**
 * Takes somebody out of the workspace; what they did stays, and an invitation can bring them back.
 * @throws Problem as in `changeRole`
 */
export async function removePerson(scope: WorkspaceScope, personId: Id): Promise<void> {
  await asAdmin(scope, personId, async (sql, person) => {
    await keepAnAdmin(sql, scope.workspaceId, person)
    await sql`update person set removed_at = now() where id = ${personId}`
    await revokeMadeBy(sql, scope, personId)
    await revokeMadeFor(sql, scope, personId)
    await audit(sql, 'person.removed', {
      workspaceId: scope.workspaceId,
      by: scope.person.id,
      detail: { personId },
    })
  })
  cutOff(personId)
}

interface Target {
  id: Id
  role: Role
  placeholder: boolean
}

// One change of roles at a time in each workspace: two admins who demote each other cannot both
// succeed. Whether the asker is an admin is asked again under the lock.
async function asAdmin(
  scope: WorkspaceScope,
  personId: Id,
  change: (sql: ISql, person: Target) => Promise<void>,
): Promise<void> {
  mustBe(scope.person.role, 'admin')
  await database().sql.begin(async (sql) => {
    await sql`select 1 from workspace where id = ${scope.workspaceId} for update`
    const people = await sql<Target[]>`
      select id, role, account_id is null as placeholder from person
      where workspace_id = ${scope.workspaceId} and id in (${scope.person.id}, ${personId})
        and removed_at is null`
    const asker = people.find((person) => person.id === scope.person.id)
    if (!asker) throw missing()
    mustBe(asker.role, 'admin')
    const person = people.find((each) => each.id === personId)
    if (!person) throw missing()
    await change(sql, person)
  })
}

async function keepAnAdmin(sql: ISql, workspaceId: Id, person: Target): Promise<void> {
  if (person.role !== 'admin' || person.placeholder) return
  const [other] = await sql`
    select 1 from person
    where workspace_id = ${workspaceId} and role = 'admin' and removed_at is null
      and account_id is not null and id <> ${person.id} limit 1`
  if (!other) {
    throw new Problem('conflict', 'This is the last admin. Make somebody else an admin first.')
  }
}
