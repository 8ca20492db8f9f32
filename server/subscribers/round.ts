import type { ISql, Sql } from 'postgres'
import type { Id } from '@/domain/words'
import { EVENT_COLUMNS, type Row, toEvent } from '@/server/log/rows'
import { type Subscriber, versionOf } from './subscriber'

/** How a round ended. */
export interface Round {
  /** Where the subscriber is now. */
  seq: number
  /** Where the log ended when it was read. */
  newest: number
  /** What is there was written in an earlier way: nothing was done. */
  isOld?: true
}

/**
 * Lets a subscriber handle the next events of one project. Its checkpoint's row is locked
 * meanwhile: of several processes one works and the others wait their turn.
 */
export async function round(sql: Sql, subscriber: Subscriber, projectId: Id): Promise<Round> {
  const own = await sql.reserve()
  try {
    const [, read] = await Promise.all([own`begin`.execute(), next(own, subscriber, projectId)])
    const { done, saved } = await handle(own, subscriber, projectId, read)
    await Promise.all([saved?.execute(), own`commit`])
    const { events } = read
    if (saved && events.length > 0) subscriber.committed?.({ projectId, events }, sql)
    return done
  } catch (error) {
    await own`rollback`.catch(() => {})
    throw error
  } finally {
    own.release()
  }
}

/** The same within a transaction that is under way. */
export async function step(sql: ISql, subscriber: Subscriber, projectId: Id): Promise<Round> {
  const read = await next(sql, subscriber, projectId)
  const { done, saved } = await handle(sql, subscriber, projectId, read)
  await saved
  return done
}

/** Hands over what was read; `saved` saves how far that is, when it is sent. */
async function handle(sql: ISql, subscriber: Subscriber, projectId: Id, read: Read) {
  const { seq, newest, events } = read
  const [own, theirs] = [versionOf(subscriber), read.version]
  if (theirs < own) return { done: { seq, newest, isOld: true } as const, saved: undefined }
  // A newer server keeps it by now, in a way that this one does not know.
  if (theirs > own) return { done: { seq: newest, newest }, saved: undefined }
  const last = Math.min(seq + subscriber.most, newest)
  // While one waits for the lock, another process may go beyond what was the end before.
  if (last <= seq) return { done: { seq, newest }, saved: undefined }
  const told = events.length > 0 && (await subscriber.handle({ projectId, events, newest, sql }))
  const upTo = told || last
  const saved = sql`
    update checkpoint set seq = ${upTo}
    where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return { done: { seq: upTo, newest }, saved }
}

type Read = Awaited<ReturnType<typeof next>>

async function next(sql: ISql, subscriber: Subscriber, projectId: Id) {
  const { name, most, types } = subscriber
  const columns = sql.unsafe(EVENT_COLUMNS.map((each) => `e.${each}`).join(', '))
  const read = () => sql<Row[]>`
    with here as (
      select seq, version from checkpoint
      where subscriber = ${name} and project_id = ${projectId} for update)
    select here.seq as here, here.version as way, p.seq as newest, ${columns}
    from here join project p on p.id = ${projectId}
    left join lateral (
      select * from event where project_id = ${projectId}
        and seq > here.seq and seq <= here.seq + ${most}
        ${types ? sql`and type = any(${[...types]})` : sql``}) e on true
    order by e.seq`
  let rows = await read()
  if (rows.length === 0) {
    // The first event of a project that began after the subscriber did.
    await sql`
      insert into checkpoint (subscriber, project_id, seq, version)
      select ${name}, id, 0, ${versionOf(subscriber)}::int from project where id = ${projectId} on conflict do nothing`
    rows = await read()
  }
  const events = rows.filter((row) => row.seq !== null).map(toEvent)
  const [{ here = 0, newest = 0, way = versionOf(subscriber) } = {}] = rows as Partial<Row>[]
  return { seq: Number(here), newest: Number(newest), version: Number(way), events }
}

/** Lets a subscriber that begins `now` pass over what is in the log already. */
export async function beginNow(sql: Sql, subscriber: Subscriber): Promise<void> {
  await sql`
    insert into checkpoint (subscriber, project_id, seq, version)
    select ${subscriber.name}, id, seq, ${versionOf(subscriber)}::int
    from project on conflict do nothing`
}

/** The projects in which a subscriber is behind, or what it has written is old. */
export async function behind(sql: Sql, subscriber: Subscriber): Promise<Id[]> {
  const rows = await sql<{ id: Id }[]>`
    select p.id from project p
    left join checkpoint c on c.subscriber = ${subscriber.name} and c.project_id = p.id
    where p.seq > coalesce(c.seq, 0) or c.version < ${versionOf(subscriber)}`
  return rows.map((row) => row.id)
}
