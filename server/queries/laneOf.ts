import { type Lane, type LanesBy, NO_LANE, SHARED } from '@/domain/lanes'
import type { Reader } from './snapshot'

/** The rule of `laneOf` in domain/lanes.ts, as text; null where a task stands in no lane. */
export function laneOf(sql: Reader, by: LanesBy) {
  if (by === 'priority') return sql`t.priority::text`
  if (by === 'epic') {
    return sql`case when t.type in ('story', 'task', 'bug')
      then coalesce(t.parent_id::text, ${NO_LANE}) end`
  }
  return sql`case cardinality(t.assignees) when 0 then ${NO_LANE}
    when 1 then t.assignees[1]::text else ${SHARED} end`
}

/** That a task stands in a lane, so that an index can lead to it. */
export function inLane(sql: Reader, { by, id }: Lane) {
  if (by === 'epic' && id !== NO_LANE) {
    return sql`and t.parent_id = ${id} and t.type in ('story', 'task', 'bug')`
  }
  return sql`and ${laneOf(sql, by)} = ${id}`
}
