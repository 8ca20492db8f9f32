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
