import { and, gt, isNull, sql } from 'drizzle-orm'
import { invitation } from '@/db/schema/people'

/** Neither used nor revoked nor expired. */
export const isUsableInvitation = and(
  isNull(invitation.usedAt),
  isNull(invitation.revokedAt),
  gt(invitation.expiresAt, sql`now()`),
)
