import { WHOLE_PROJECT } from '@/domain/kernel/rank'

const firstRankSql = (order: 'asc' | 'desc', condition = '') => `(
  select t.rank from task t where t.project_id = input.project_id and t.status_id = input.status_id
  and t.archived_at is null and t.id is distinct from input.task_id ${condition}
  order by t.rank ${order} limit 1)`

const neighbourRankSql = (neighbour: string) => `(
  select case when n.status_id = input.status_id and n.archived_at is null then n.rank end
  from task n where n.id = input.${neighbour} and n.project_id = input.project_id)`

/** The end of an order is looked up where a place may have no neighbour: most have one. */
const NEEDS_END =
  '(coalesce(input.after_rank, input.before_rank) is null or input.neighbour_may_move)'

/** Only ends are asked of the whole project; column by column, so that the index answers. */
const LAST_RANK_OF_PROJECT = `(
  select max(t.rank) from status s cross join lateral (
    select rank from task t where t.project_id = input.project_id and t.status_id = s.id
    and t.archived_at is null order by t.rank desc limit 1) t
  where s.project_id = input.project_id)`

/**
 * The ranks of the neighbours at each target position of `input`, without the task that is to be
 * placed: rows of `Neighbours`, with their `command_id`.
 */
export const NEIGHBOURS_QUERY = `
  select input.batch, input.command_id, input.after_rank as after, input.before_rank as before,
    case when input.after_rank is not null then ${firstRankSql('asc', 'and t.rank > input.after_rank')} end
      as "afterNext",
    case when input.before_rank is not null then ${firstRankSql('desc', 'and t.rank < input.before_rank')} end
      as "beforePrev",
    case when input.target_end = 'top' and ${NEEDS_END} then ${firstRankSql('asc')} end as top,
    case when input.status_id = '${WHOLE_PROJECT}' then ${LAST_RANK_OF_PROJECT}
      when input.target_end = 'bottom' and ${NEEDS_END} then ${firstRankSql('desc')} end as bottom
  from (select input.*, ${neighbourRankSql('after_id')} as after_rank, ${neighbourRankSql('before_id')} as before_rank
    from input offset 0) input`

const firstBacklogRankSql = (order: 'asc' | 'desc', condition = '') => `(
  select t.backlog_rank from task t where t.project_id = input.project_id
  and t.id <> all(input.task_ids::uuid[]) ${condition} order by t.backlog_rank ${order} limit 1)`

const neighbourBacklogRankSql = (neighbour: string) => `(
  select case when (n.sprint_id is not distinct from input.sprint_id
      or input.sprint_id is null and exists (select 1 from sprint s
        where s.project_id = input.project_id and s.id = n.sprint_id and s.state = 'closed'))
    and n.archived_at is null and n.id <> all(input.task_ids::uuid[]) then n.backlog_rank end
  from task n where n.id = input.${neighbour} and n.project_id = input.project_id)`

/**
 * The same in the planning order, which is one for the whole project: a neighbour counts while it
 * is in the section, but the gap beside it is that of the whole order. What a completed sprint has
 * left open again stands in the backlog.
 */
export const BACKLOG_NEIGHBOURS_QUERY = `
  select input.batch, input.command_id, input.after_rank as after, input.before_rank as before,
    case when input.after_rank is not null then ${firstBacklogRankSql('asc', 'and t.backlog_rank > input.after_rank')} end
      as "afterNext",
    case when input.before_rank is not null then ${firstBacklogRankSql('desc', 'and t.backlog_rank < input.before_rank')} end
      as "beforePrev",
    case when input.target_end = 'top' and ${NEEDS_END} then ${firstBacklogRankSql('asc')} end as top,
    case when input.target_end = 'bottom' and ${NEEDS_END} then ${firstBacklogRankSql('desc')} end as bottom
  from (select input.*, ${neighbourBacklogRankSql('after_id')} as after_rank,
      ${neighbourBacklogRankSql('before_id')} as before_rank
    from input offset 0) input`

/** Previous positions: whether another task has that rank by now, and the next rank. */
export const PREVIOUS_POSITIONS_QUERY = `
  select input.batch, input.task_id, input.status_id, input.rank,
    case when input.status_id is null
      then exists (select 1 from task t where t.project_id = input.project_id
        and t.backlog_rank = input.rank and t.id <> input.task_id)
      else exists (select 1 from task t where t.project_id = input.project_id
        and t.status_id = input.status_id and t.archived_at is null
        and t.rank = input.rank and t.id <> input.task_id) end as is_taken,
    case when input.status_id is null
      then (select t.backlog_rank from task t where t.project_id = input.project_id
        and t.backlog_rank > input.rank and t.id <> input.task_id order by t.backlog_rank limit 1)
      else (select t.rank from task t where t.project_id = input.project_id
        and t.status_id = input.status_id and t.archived_at is null
        and t.rank > input.rank and t.id <> input.task_id order by t.rank limit 1) end as next_rank
  from (select input.batch, input.project_id, input.task_id, input.status_id,
      coalesce(input.rank collate "C", own.rank) as rank
    from input left join task own on own.id = input.task_id and own.project_id = input.project_id
    offset 0) input`
