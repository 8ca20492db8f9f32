import { z } from 'zod'
import type { AccountSession, WorkspaceMembership } from '@/server/queries/account'
import type { PendingInvitation, WorkspaceMember } from '@/server/queries/workspacePeople'
import { exactly } from './exactly'
import { count, id, instant, role } from './values'

/** The signed-in account. */
export const accountOutput = z.strictObject({ id, email: z.string(), name: z.string() })

export const sessionsOutput = exactly<AccountSession[]>()(
  z.array(
    z.strictObject({
      id,
      userAgent: z.string().nullable(),
      createdAt: instant,
      current: z.boolean(),
    }),
  ),
)
/** The number of revoked sessions. */
export const endedSessionsOutput = z.strictObject({ sessions: count })

export const workspacesOutput = exactly<WorkspaceMembership[]>()(
  z.array(z.strictObject({ slug: z.string(), name: z.string(), role })),
)
export const newWorkspaceOutput = z.strictObject({ slug: z.string() })
/** The slug of the joined workspace. */
export const joinedWorkspaceOutput = z.strictObject({ workspace: z.string() })

export const workspacePeopleOutput = exactly<WorkspaceMember[]>()(
  z.array(
    z.strictObject({
      id,
      name: z.string(),
      email: z.string().nullable(),
      role,
      placeholder: z.boolean(),
      openTasks: count,
    }),
  ),
)

export const invitationsOutput = exactly<PendingInvitation[]>()(
  z.array(
    z.strictObject({
      id,
      role,
      email: z.string().nullable(),
      person: z.string().nullable(),
      invitedBy: z.string(),
      createdAt: instant,
      expiresAt: instant,
    }),
  ),
)
/** The token cannot be retrieved later. */
export const newInvitationOutput = z.strictObject({ id, token: z.string() })
