import { database } from '@/db/client'
import type { Role } from '@/domain/kernel/primitives'
import { hashToken } from '@/server/people/invitationToken'

export interface InvitationView {
  workspace: string
  slug: string
  role: Role
  invitedBy: string
  /** Only somebody with this e-mail may use it. */
  email: string | null
  /** The name of the placeholder whose tasks come with it. */
  placeholder: string | null
}

/**
 * What a link invites to, for whoever holds it: the token is the right to see it. Null when it is
 * unknown, used, revoked or too old, which all look alike.
 */
export async function loadInvitation(token: string): Promise<InvitationView | null> {
  const { sql } = database()
  const [row] = await sql<InvitationView[]>`
    select workspace.name as workspace, workspace.slug, invitation.role, invitation.email,
      inviter.name as "invitedBy", placeholder.name as placeholder
    from invitation
    join workspace on workspace.id = invitation.workspace_id
    join person as inviter on inviter.id = invitation.invited_by
    left join person as placeholder on placeholder.id = invitation.person_id
    where token_hash = ${hashToken(token)} and used_at is null and revoked_at is null
      and expires_at > now()`
  return row ?? null
}
