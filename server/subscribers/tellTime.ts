import type { Sql } from 'postgres'
import type Pusher from 'pusher'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'
import type { Subscriber } from './subscriber'

/** What windows are told on a person's own channel when time that they may show has changed. */
export const TIME_CHANGED = 'time'

/** What comes in bursts is told of once. */
const GATHERS_MS = 100

/**
 * The subscriber, which also tells people once their timesheet is another one: whoever worked, and
 * the admins, who see everybody's. Told after the commit, so that who asks then reads the new
 * times; windows that it does not reach ask when they are next looked at.
 */
export function tellingOfTime(
  subscriber: Subscriber,
  client: Pick<Pusher, 'sendToUser'>,
): Subscriber {
  const waiting = new Map<Id, Set<Id>>()
  const tell = async (sql: Sql) => {
    const changed = [...waiting]
    waiting.clear()
    try {
      const found = await Promise.all(changed.map(([id, worklogs]) => concerned(sql, id, worklogs)))
      const people = [...new Set(found.flat())]
      await Promise.all(people.map((id) => client.sendToUser(id, TIME_CHANGED, {})))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      console.error(`Open timesheets were not told of new times: ${message}`)
    }
  }
  return {
    ...subscriber,
    committed({ projectId, events }, sql) {
      const worklogs = events.flatMap(worklogOf)
      if (worklogs.length === 0) return
      if (waiting.size === 0) setTimeout(() => void tell(sql), GATHERS_MS).unref()
      const before = waiting.get(projectId) ?? []
      waiting.set(projectId, new Set([...before, ...worklogs]))
    },
  }
}

const worklogOf = ({ data }: LoggedEvent): Id[] => ('worklogId' in data ? [data.worklogId] : [])

/** Those who may have a timesheet open that shows these worklogs. */
async function concerned(sql: Sql, projectId: Id, worklogs: Set<Id>): Promise<Id[]> {
  const rows = await sql<{ id: Id }[]>`
    select p.id from person p
    join project j on j.id = ${projectId} and j.workspace_id = p.workspace_id
    where p.removed_at is null and p.account_id is not null and (p.role = 'admin' or p.id in (
      select author from worklog where project_id = ${projectId} and id = any(${[...worklogs]})))`
  return rows.map((row) => row.id)
}
