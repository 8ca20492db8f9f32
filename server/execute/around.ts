import { ANYWHERE } from './places'

const at = (order: 'asc' | 'desc', rank = '') => `(
  select t.rank from task t where t.project_id = w.project_id and t.status_id = w.status_id
  and t.archived_at is null and t.id is distinct from w.task_id ${rank}
  order by t.rank ${order} limit 1)`

const rankOf = (neighbour: string) => `(
  select case when n.status_id = w.status_id and n.archived_at is null then n.rank end
  from task n where n.id = w.${neighbour} and n.project_id = w.project_id)`

/** The end of an order is looked up where a place may have no neighbour: most have one. */
const TO_END = '(coalesce(w.after_rank, w.before_rank) is null or w.may_leave)'

/** Only ends are asked of the whole project; column by column, so that the index answers. */
const LAST = `(
  select max(t.rank) from status s cross join lateral (
    select rank from task t where t.project_id = w.project_id and t.status_id = s.id
    and t.archived_at is null order by t.rank desc limit 1) t
  where s.project_id = w.project_id)`

/**
 * The ranks around each wanted place of `w`, leaving out the task that is to be placed: the rows of
 * an `Around`, with their `command_id`.
 */
export const AROUND = `
  select w.part, w.command_id, w.after_rank as after, w.before_rank as before,
    case when w.after_rank is not null then ${at('asc', 'and t.rank > w.after_rank')} end
      as "afterNext",
    case when w.before_rank is not null then ${at('desc', 'and t.rank < w.before_rank')} end
      as "beforePrev",
    case when w.place_end = 'top' and ${TO_END} then ${at('asc')} end as top,
    case when w.status_id = '${ANYWHERE}' then ${LAST}
      when w.place_end = 'bottom' and ${TO_END} then ${at('desc')} end as bottom
  from (select w.*, ${rankOf('after_id')} as after_rank, ${rankOf('before_id')} as before_rank
    from w offset 0) w`

const planAt = (order: 'asc' | 'desc', rank = '') => `(
  select t.plan_rank from task t where t.project_id = w.project_id
  and t.id <> all(w.task_ids::uuid[]) ${rank} order by t.plan_rank ${order} limit 1)`

const planRankOf = (neighbour: string) => `(
  select case when (n.sprint_id is not distinct from w.sprint_id
      or w.sprint_id is null and exists (select 1 from sprint s
        where s.project_id = w.project_id and s.id = n.sprint_id and s.state = 'closed'))
    and n.archived_at is null and n.id <> all(w.task_ids::uuid[]) then n.plan_rank end
  from task n where n.id = w.${neighbour} and n.project_id = w.project_id)`

/**
 * The same in the planning order, which is one for the whole project: a neighbour counts while it
 * is in the section, but the gap beside it is that of the whole order. What a completed sprint has
 * left open again stands in the backlog.
 */
export const AROUND_PLANS = `
  select w.part, w.command_id, w.after_rank as after, w.before_rank as before,
    case when w.after_rank is not null then ${planAt('asc', 'and t.plan_rank > w.after_rank')} end
      as "afterNext",
    case when w.before_rank is not null then ${planAt('desc', 'and t.plan_rank < w.before_rank')} end
      as "beforePrev",
    case when w.place_end = 'top' and ${TO_END} then ${planAt('asc')} end as top,
    case when w.place_end = 'bottom' and ${TO_END} then ${planAt('desc')} end as bottom
  from (select w.*, ${planRankOf('after_id')} as after_rank,
      ${planRankOf('before_id')} as before_rank
    from w offset 0) w`

/** Earlier places: whether another task stands there by now, and the rank behind it. */
export const SPOTS = `
  select w.part, w.task_id, w.status_id, w.rank,
    case when w.status_id is null
      then exists (select 1 from task t where t.project_id = w.project_id
        and t.plan_rank = w.rank and t.id <> w.task_id)
      else exists (select 1 from task t where t.project_id = w.project_id
        and t.status_id = w.status_id and t.archived_at is null
        and t.rank = w.rank and t.id <> w.task_id) end as taken,
    case when w.status_id is null
      then (select t.plan_rank from task t where t.project_id = w.project_id
        and t.plan_rank > w.rank and t.id <> w.task_id order by t.plan_rank limit 1)
      else (select t.rank from task t where t.project_id = w.project_id
        and t.status_id = w.status_id and t.archived_at is null
        and t.rank > w.rank and t.id <> w.task_id order by t.rank limit 1) end as next
  from (select w.part, w.project_id, w.task_id, w.status_id,
      coalesce(w.rank collate "C", own.rank) as rank
    from w left join task own on own.id = w.task_id and own.project_id = w.project_id
    offset 0) w`
