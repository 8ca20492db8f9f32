import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { invitation, person } from '@/db/schema/people'
import { project, status, task } from '@/db/schema/project'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { isUsableInvitation } from '@/server/people/isUsableInvitation'
import { isStatusOfTask } from './relatedTasks'

export interface WorkspaceMember {
  id: Id
  name: string
  email: string | null
  role: Role
  /** True for a person created by an import, who has no account yet. */
  placeholder: boolean
  /** The number of open tasks assigned to them. */
  openTasks: number
}

/**
 * Returns the people of the workspace who were not removed: those with accounts first, then by
 * name.
 */
export async function loadWorkspacePeople(scope: WorkspaceScope): Promise<WorkspaceMember[]> {
  const { db } = database()
  const openTasks = db
    .select({
      assignee: sql<Id>`assignee`.as('assignee'),
      count: sql<number>`count(*)::int`.as('count'),
    })
    .from(task)
    .innerJoin(project, eq(project.id, task.projectId))
    .innerJoin(status, isStatusOfTask)
    .crossJoin(sql`unnest(${task.assignees}) as assignee`)
    .where(
      and(
        eq(project.workspaceId, scope.workspaceId),
        isNull(task.archivedAt),
        sql`${status.category} <> 'done'`,
      ),
    )
    .groupBy(sql`assignee`)
    .as('open_tasks')
  const isPlaceholder = sql<boolean>`${person.accountId} is null`
  return db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role,
      placeholder: isPlaceholder,
      openTasks: sql<number>`coalesce(${openTasks.count}, 0)`,
    })
    .from(person)
    .leftJoin(openTasks, eq(openTasks.assignee, person.id))
    .where(and(eq(person.workspaceId, scope.workspaceId), isNull(person.removedAt)))
    .orderBy(isPlaceholder, sql`lower(${person.name})`, person.id)
}

export interface PendingInvitation {
  id: Id
  role: Role
  email: string | null
  /** The name of the placeholder user whom the new member takes over. */
  person: string | null
  invitedBy: string
  createdAt: Instant
  expiresAt: Instant
}

/**
 * Returns the invitations that can still be accepted, newest first. Empty unless the principal is
 * an admin.
 */
export async function loadOpenInvitations(scope: WorkspaceScope): Promise<PendingInvitation[]> {
  if (scope.person.role !== 'admin') return []
  const inviter = alias(person, 'inviter')
  const placeholder = alias(person, 'placeholder')
  return database()
    .db.select({
      id: invitation.id,
      role: invitation.role,
      email: invitation.email,
      person: placeholder.name,
      invitedBy: inviter.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(inviter, eq(inviter.id, invitation.invitedBy))
    .leftJoin(placeholder, eq(placeholder.id, invitation.personId))
    .where(and(eq(invitation.workspaceId, scope.workspaceId), isUsableInvitation))
    .orderBy(desc(invitation.createdAt), invitation.id)
}
