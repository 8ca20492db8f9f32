import { randomUUID } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { BACKLOG_SPRINT_ID } from '@/server/write/sprintTotals'
import type { BenchFixture } from './fixtures'
import type { nextMove } from './runMoves'

/**
 * A change written by one statement in one round trip: the upper limit that commands are compared
 * with. It writes the same rows and the same event as the command, but makes no decisions and
 * handles neither conflicts nor repeated commands.
 */
export type RawSqlWrite = (
  sql: Sql,
  fixture: BenchFixture,
  turn: ReturnType<typeof nextMove>,
) => Promise<unknown>

/** Opens connections for raw SQL. */
export function connectRawSql(url: string, connections: number): Sql {
  // Forces index scans, which `execute` uses too, whatever the statistics of a fresh table say.
  const connection = { cpu_tuple_cost: 100, cpu_index_tuple_cost: 100, enable_seqscan: 'off' }
  return postgres(url, { max: connections, onnotice: () => {}, connection })
}

/** Moves a task to another column. */
export const moveWithRawSql: RawSqlWrite = (sql, fixture, { project, taskId, statusId: to }) => sql`
    with old as (select * from task
      where id = ${taskId} and project_id = ${project.projectId} for update),
    moved as (
      update task t set status_id = ${to}, rank = ${randomRank()},
        version = t.version + 1, updated_at = now()
      from old where t.id = ${taskId} and t.project_id = ${project.projectId}
      returning t.id, t.version, t.rank, old.status_id, old.rank as old_rank),
    status_counts as (
      update status s set task_count = task_count + (case when s.id = ${to} then 1 else -1 end)
      from old where s.project_id = ${project.projectId} and old.status_id <> ${to}
        and s.id in (old.status_id, ${to}) returning 1),
    section_totals as (
      insert into sprint_totals (project_id, sprint_id, status_id, tasks, points, unestimated)
      select ${project.projectId}, coalesce(old.sprint_id, ${BACKLOG_SPRINT_ID}), side.status_id, side.by,
        side.by * coalesce(old.estimate, 0), case when old.estimate is null then side.by else 0 end
      from old, lateral (values (old.status_id, -1), (${to}, 1)) as side(status_id, by)
      where old.status_id <> ${to}
      on conflict (project_id, sprint_id, status_id) do update
        set tasks = sprint_totals.tasks + excluded.tasks, points = sprint_totals.points + excluded.points,
          unestimated = sprint_totals.unestimated + excluded.unestimated returning 1),
    swimlane_totals as (
      insert into swimlane_count (project_id, group_by, swimlane, status_id, tasks)
      select ${project.projectId}, l.group_by, l.swimlane, side.status_id, side.by
      from old, lateral (values (old.status_id, -1), (${to}, 1)) as side(status_id, by),
        lateral (values ('priority', old.priority::text), ('epic', coalesce(old.parent_id::text, 'none')),
          ('person', case cardinality(old.assignees) when 0 then 'none'
            when 1 then old.assignees[1]::text else 'several' end)) as l(group_by, swimlane)
      where old.status_id <> ${to}
      on conflict (project_id, group_by, swimlane, status_id) do update
        set tasks = swimlane_count.tasks + excluded.tasks returning 1),
    next_seq as (update project set seq = seq + 1 where id = ${project.projectId} returning seq),
    logged as (
      insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, data)
      select ${project.projectId}, next_seq.seq, moved.id, moved.version, 'task.moved', ${fixture.scope.person.id}, now(),
        ${randomUUID()}::uuid, ${fixture.clientId}, jsonb_build_object('from', moved.status_id,
        'to', ${to}::text, 'rank', moved.rank, 'fromRank', moved.old_rank) from next_seq, moved
      returning seq, command_id)
    insert into command (project_id, command_id, actor, type, outcome, first_seq, last_seq, at)
    select ${project.projectId}, logged.command_id, ${fixture.scope.person.id}, 'task.move', 'applied', logged.seq,
      logged.seq, now() from logged`

/** Moves a task in the backlog order. */
export const planWithRawSql: RawSqlWrite = (sql, fixture, { project, taskId }) => sql`
    with old as (select * from task
      where id = ${taskId} and project_id = ${project.projectId} for update),
    planned as (
      update task t set backlog_rank = ${randomRank()}, version = t.version + 1, updated_at = now()
      from old where t.id = ${taskId} and t.project_id = ${project.projectId}
      returning t.id, t.version, t.backlog_rank, old.backlog_rank as old_rank),
    next_seq as (update project set seq = seq + 1 where id = ${project.projectId} returning seq),
    logged as (
      insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, data)
      select ${project.projectId}, next_seq.seq, planned.id, planned.version, 'task.planned',
        ${fixture.scope.person.id}, now(), ${randomUUID()}::uuid, ${fixture.clientId},
        jsonb_build_object('from', null, 'to', null, 'rank', planned.backlog_rank,
          'fromRank', planned.old_rank) from next_seq, planned
      returning seq, command_id)
    insert into command (project_id, command_id, actor, type, outcome, first_seq, last_seq, at)
    select ${project.projectId}, logged.command_id, ${fixture.scope.person.id}, 'task.plan', 'applied',
      logged.seq, logged.seq, now() from logged`

const randomRank = () => `a0${Math.random().toString(36).slice(2, 8)}V`
