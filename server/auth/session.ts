import { cookies } from 'next/headers'
import { cache } from 'react'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { disconnectAccount } from '@/server/publish/disconnectUser'
import {
  decodeSessionToken,
  SESSION_COOKIE,
  SESSION_MAX_AGE_SECONDS,
  sessionIdOfRequest,
} from './sessionToken'

/** Who is signed in, in which browser. Fits wherever a `Caller` is asked for. */
export interface SignedInAccount {
  id: Id
  email: string
  name: string
  sessionId: Id
}

/**
 * Who is signed in, for server components; asked once per page however many ask. Null when nobody
 * is, or the session was revoked or has run out.
 */
export const currentAccount = cache(async (): Promise<SignedInAccount | null> => {
  const cookieStore = await cookies()
  const sessionId = await decodeSessionToken(cookieStore.get(SESSION_COOKIE)?.value)
  return sessionId ? accountOfSession(sessionId) : null
})

/** The same for route handlers, from the request's own headers. */
export async function accountOfRequest(headers: Headers): Promise<SignedInAccount | null> {
  const sessionId = await sessionIdOfRequest(headers)
  return sessionId ? accountOfSession(sessionId) : null
}

/** The account behind a session that is live now, else null. One query. */
export async function accountOfSession(sessionId: Id): Promise<SignedInAccount | null> {
  const { sql } = database()
  const [row] = await sql<SignedInAccount[]>`
    select account.id, account.email, account.name, session.id as "sessionId"
    from session join account on account.id = session.account_id
    where session.id = ${sessionId} and revoked_at is null and expires_at > now()`
  return row ?? null
}

/**
 * Opens a session for an account.
 * @param userAgent the browser's User-Agent, shown in the list of sessions
 */
export async function createSession(accountId: Id, userAgent: string | null): Promise<Id> {
  const { sql } = database()
  const id = newId()
  await sql`
    insert into session (id, account_id, expires_at, user_agent)
    values (${id}, ${accountId}, now() + ${SESSION_MAX_AGE_SECONDS} * interval '1 second',
      ${userAgent?.slice(0, 300) ?? null})`
  return id
}

/**
 * Ends one session of an account at once, and what its windows hear; false when it was not a live
 * one of theirs.
 */
export async function revokeSession(accountId: Id, sessionId: Id): Promise<boolean> {
  const { sql } = database()
  const revoked = await sql`
    update session set revoked_at = now()
    where id = ${sessionId} and account_id = ${accountId} and revoked_at is null`
  if (revoked.count === 0) return false
  disconnectAccount(accountId)
  return true
}

/** Ends every session of an account at once, and what their windows hear; gives how many. */
export async function revokeAllSessions(accountId: Id): Promise<number> {
  const { sql } = database()
  const revoked = await sql`
    update session set revoked_at = now()
    where account_id = ${accountId} and revoked_at is null and expires_at > now()`
  disconnectAccount(accountId)
  return revoked.count
}
