import { database } from '@/db/client'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

export interface WorkspaceMember {
  id: Id
  name: string
  email: string | null
  role: Role
  /** Made by an import; nobody signs in as them yet. */
  placeholder: boolean
  /** Open tasks assigned to them. */
  openTasks: number
}

/** Everybody in the workspace who was not removed, people with accounts first, then by name. */
export async function loadWorkspacePeople(scope: WorkspaceScope): Promise<WorkspaceMember[]> {
  const { sql } = database()
  return sql<WorkspaceMember[]>`
    select person.id, person.name, person.email, person.role,
      account_id is null as placeholder, coalesce(work.tasks, 0) as "openTasks"
    from person
    left join (
      select assignee, count(*)::int as tasks
      from task
      join project on project.id = task.project_id
      join status on status.project_id = task.project_id and status.id = task.status_id
      cross join unnest(task.assignees) as assignee
      where project.workspace_id = ${scope.workspaceId} and archived_at is null
        and status.category <> 'done'
      group by assignee
    ) as work on work.assignee = person.id
    where person.workspace_id = ${scope.workspaceId} and person.removed_at is null
    order by placeholder, lower(person.name), person.id`
}

export interface PendingInvitation {
  id: Id
  role: Role
  email: string | null
  /** The placeholder that the link hands over. */
  person: string | null
  invitedBy: string
  createdAt: Instant
  expiresAt: Instant
}

/** The links that still let somebody in, newest first; for admins, an empty list for others. */
export async function loadOpenInvitations(scope: WorkspaceScope): Promise<PendingInvitation[]> {
  if (scope.person.role !== 'admin') return []
  const { sql } = database()
  const rows = await sql<PendingInvitation[]>`
    select invitation.id, invitation.role, invitation.email, placeholder.name as person,
      inviter.name as "invitedBy", invitation.created_at as "createdAt",
      invitation.expires_at as "expiresAt"
    from invitation
    join person as inviter on inviter.id = invitation.invited_by
    left join person as placeholder on placeholder.id = invitation.person_id
    where invitation.workspace_id = ${scope.workspaceId} and used_at is null
      and revoked_at is null and expires_at > now()
    order by invitation.created_at desc, invitation.id`
  return rows.map((row) => ({
    ...row,
    createdAt: toIso(row.createdAt),
    expiresAt: toIso(row.expiresAt),
  }))
}

const toIso = (moment: string): Instant => new Date(moment).toISOString()
