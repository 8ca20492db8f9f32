import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { database, type Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { person, workspace } from '@/db/schema/people'
import { type Id, ROLES, type Role } from '@/domain/kernel/primitives'
import { ApiError, notFound } from '@/server/access/apiError'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { disconnectUser } from '@/server/publish/disconnectUser'
import { audit } from './audit'
import { revokeInvitationsBy, revokeInvitationsFor } from './invitations'

/**
 * Changes the role of a person of the workspace, effective from their next request.
 * @throws ApiError (forbidden) unless the caller is an admin, (not-found) for a person of another
 * workspace, (conflict) when no admin would remain
 */
export async function changeRole(scope: WorkspaceScope, personId: Id, role: Role): Promise<void> {
  let isDemotion = false
  await changePersonAsAdmin(scope, personId, async (db, target) => {
    if (target.role === role) return
    isDemotion = ROLES.indexOf(role) > ROLES.indexOf(target.role)
    if (role !== 'admin') await requireAnotherAdmin(db, scope.workspaceId, target)
    await db
      .update(person)
      .set({ role, formerRole: target.role, roleSince: sql`now()` })
      .where(isPerson(scope, personId))
    if (target.role === 'admin') await revokeInvitationsBy(db, scope, personId)
    await audit(db, 'person.role-changed', {
      workspaceId: scope.workspaceId,
      actorId: scope.person.id,
      detail: { personId, from: target.role, to: role },
    })
  })
  if (isDemotion) disconnectUser(personId)
}

/**
 * Removes a person from the workspace. Their work stays, and an invitation can restore them.
 * @throws ApiError as in `changeRole`
 */
export async function removePerson(scope: WorkspaceScope, personId: Id): Promise<void> {
  await changePersonAsAdmin(scope, personId, async (db, target) => {
    await requireAnotherAdmin(db, scope.workspaceId, target)
    await db.update(person).set({ removedAt: sql`now()` }).where(isPerson(scope, personId))
    await revokeInvitationsBy(db, scope, personId)
    await revokeInvitationsFor(db, scope, personId)
    await audit(db, 'person.removed', {
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

// Allows one change of roles at a time per workspace: two admins who demote each other cannot both
// succeed. Checks again under the lock that the caller is an admin.
async function changePersonAsAdmin(
  scope: WorkspaceScope,
  personId: Id,
  change: (db: Queryable, target: TargetPerson) => Promise<void>,
): Promise<void> {
  requireRole(scope.person.role, 'admin')
  await database().db.transaction(async (db) => {
    await db
      .select({ id: workspace.id })
      .from(workspace)
      .where(eq(workspace.id, scope.workspaceId))
      .for('update')
    const people = await db
      .select({
        id: person.id,
        role: person.role,
        placeholder: sql<boolean>`${person.accountId} is null`,
      })
      .from(person)
      .where(
        and(
          eq(person.workspaceId, scope.workspaceId),
          isAnyOf(person.id, [scope.person.id, personId]),
          isNull(person.removedAt),
        ),
      )
    const principal = people.find((each) => each.id === scope.person.id)
    if (!principal) throw notFound()
    requireRole(principal.role, 'admin')
    const target = people.find((each) => each.id === personId)
    if (!target) throw notFound()
    await change(db, target)
  })
}

const isPerson = ({ workspaceId }: WorkspaceScope, id: Id) =>
  and(eq(person.workspaceId, workspaceId), eq(person.id, id))

async function requireAnotherAdmin(
  db: Queryable,
  workspaceId: Id,
  target: TargetPerson,
): Promise<void> {
  if (target.role !== 'admin' || target.placeholder) return
  const [other] = await db
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.workspaceId, workspaceId),
        eq(person.role, 'admin'),
        isNull(person.removedAt),
        isNotNull(person.accountId),
        ne(person.id, target.id),
      ),
    )
    .limit(1)
  if (!other) {
    throw new ApiError('conflict', 'This is the last admin. Make somebody else an admin first.')
  }
}
