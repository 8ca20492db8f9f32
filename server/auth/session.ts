import { cookies } from 'next/headers'
import { cache } from 'react'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { cutOffAccount } from '@/server/subscribers/cutOff'
import { SESSION_COOKIE, SESSION_SECONDS, sessionIdIn, sessionIdOf } from './token'

/** Who is signed in, in which browser. Fits wherever a `Caller` is asked for. */
export interface Account {
  id: Id
  email: string
  name: string
  sessionId: Id
}

/**
 * Who is signed in, for server components; asked once per page however many ask. Null when nobody
 * is, or the session was revoked or has run out.
 */
export const currentAccount = cache(async (): Promise<Account | null> => {
  const jar = await cookies()
  const sessionId = await sessionIdIn(jar.get(SESSION_COOKIE)?.value)
  return sessionId ? accountOfSession(sessionId) : null
})

/** The same for route handlers, from the request's own headers. */
export async function accountOf(headers: Headers): Promise<Account | null> {
  const sessionId = await sessionIdOf(headers)
  return sessionId ? accountOfSession(sessionId) : null
}

/** The account behind a session that is live now, else null. One query. */
export async function accountOfSession(sessionId: Id): Promise<Account | null> {
  const { sql } = database()
  const [row] = await sql<Account[]>`
    select account.id, account.email, account.name, session.id as "sessionId"
    from session join account on account.id = session.account_id
    where session.id = ${sessionId} and revoked_at is null and expires_at > now()`
  return row ?? null
}

/**
 * Opens a session for an account.
 * @param agent the browser's User-Agent, shown in the list of sessions
 */
export async function openSession(accountId: Id, agent: string | null): Promise<Id> {
  const { sql } = database()
  const id = newId()
  await sql`
    insert into session (id, account_id, expires_at, agent)
    values (${id}, ${accountId}, now() + ${SESSION_SECONDS} * interval '1 second',
      ${agent?.slice(0, 300) ?? null})`
  return id
}

/**
 * Ends one session of an account at once, and what its windows hear; false when it was not a live
 * one of theirs.
 */
export async function endSession(accountId: Id, sessionId: Id): Promise<boolean> {
  const { sql } = database()
  const ended = await sql`
    update session set revoked_at = now()
    where id = ${sessionId} and account_id = ${accountId} and revoked_at is null`
  if (ended.count === 0) return false
  cutOffAccount(accountId)
  return true
}

/** Ends every session of an account at once, and what their windows hear; gives how many. */
export async function endEverySession(accountId: Id): Promise<number> {
  const { sql } = database()
  const ended = await sql`
    update session set revoked_at = now()
    where account_id = ${accountId} and revoked_at is null and expires_at > now()`
  cutOffAccount(accountId)
  return ended.count
}
