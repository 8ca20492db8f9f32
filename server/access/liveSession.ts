import { and, gt, isNull, sql } from 'drizzle-orm'
import { session } from '@/db/schema/people'

/** The condition that a session has neither been revoked nor expired. */
export const isLiveSession = and(isNull(session.revokedAt), gt(session.expiresAt, sql`now()`))
