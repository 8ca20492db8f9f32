import { PERSON_LANE } from '@/db/schema/work'
import { type Lane, type LanesBy, NO_LANE } from '@/domain/lanes'
import type { Reader } from './snapshot'

/** The rule of `laneOf` in domain/lanes.ts, as text; null where a task stands in no lane. */
export function laneOf(sql: Reader, by: LanesBy) {
  if (by === 'priority') return sql`t.priority::text`
  if (by === 'person') return sql.unsafe(PERSON_LANE)
  return sql`case when t.type in ('story', 'task', 'bug')
    then coalesce(t.parent_id::text, ${NO_LANE}) end`
}

/** That a task stands in a lane, put so that an index leads to it. */
export function inLane(sql: Reader, { by, id }: Lane) {
  if (by === 'priority') return sql`and t.priority = ${/^\d$/.test(id) ? Number(id) : -1}`
  if (by === 'person') return sql`and (${sql.unsafe(PERSON_LANE)}) = ${id}`
  const below = id === NO_LANE ? sql`t.parent_id is null` : sql`t.parent_id = ${id}`
  return sql`and ${below} and t.type in ('story', 'task', 'bug')`
}

/** The order of a lane's part of a column. An index is not followed past a column that is null. */
export function orderInLane(sql: Reader, { by }: Lane) {
  return by === 'epic' ? sql`t.parent_id, t.rank, t.number` : sql`t.rank, t.number`
}
