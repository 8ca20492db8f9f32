import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { invitation, person, workspace } from '@/db/schema/people'
import type { Role } from '@/domain/kernel/primitives'
import { hashToken } from '@/server/people/invitationToken'
import { isUsableInvitation } from '@/server/people/isUsableInvitation'

export interface InvitationView {
  workspace: string
  slug: string
  role: Role
  invitedBy: string
  /** The only e-mail address that may accept it; null for any. */
  email: string | null
  /** The name of the placeholder user whose tasks the new member takes over. */
  placeholder: string | null
}

/**
 * Returns the invitation behind a link. Needs no sign-in: the token authorizes. Null when the token
 * is unknown, used, revoked or expired; the caller cannot tell these apart.
 */
export async function loadInvitation(token: string): Promise<InvitationView | null> {
  const inviter = alias(person, 'inviter')
  const placeholder = alias(person, 'placeholder')
  const [view] = await database()
    .db.select({
      workspace: workspace.name,
      slug: workspace.slug,
      role: invitation.role,
      email: invitation.email,
      invitedBy: inviter.name,
      placeholder: placeholder.name,
    })
    .from(invitation)
    .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
    .innerJoin(inviter, eq(inviter.id, invitation.invitedBy))
    .leftJoin(placeholder, eq(placeholder.id, invitation.personId))
    .where(and(eq(invitation.tokenHash, hashToken(token)), isUsableInvitation))
  return view ?? null
}
