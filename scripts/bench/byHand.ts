import { randomUUID } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { BACKLOG } from '@/server/execute/totals'
import type { next } from './moves'
import type { World } from './world'

/**
 * A change written by one statement in one round trip: the limit that commands are measured
 * against. It writes the same rows and the same event as the command does through `execute`, but
 * decides nothing, and knows neither conflicts nor repeats.
 */
export type ByHand = (sql: Sql, world: World, turn: ReturnType<typeof next>) => Promise<unknown>

/** So many connections for changes by hand. */
export function connect(url: string, connections: number): Sql {
  // By index, as a batch of `execute` reads, whatever the statistics of a fresh table say.
  const connection = { cpu_tuple_cost: 100, cpu_index_tuple_cost: 100, enable_seqscan: 'off' }
  return postgres(url, { max: connections, onnotice: () => {}, connection })
}

/** Moves a task to another column. */
export const moveByHand: ByHand = (sql, world, { project, taskId, statusId: to }) => sql`
    with old as (select * from task
      where id = ${taskId} and project_id = ${project.projectId} for update),
    moved as (
      update task t set status_id = ${to}, rank = ${rank()},
        version = t.version + 1, updated_at = now()
      from old where t.id = ${taskId} and t.project_id = ${project.projectId}
      returning t.id, t.version, t.rank, old.status_id, old.rank as was),
    counted as (
      update status s set task_count = task_count + (case when s.id = ${to} then 1 else -1 end)
      from old where s.project_id = ${project.projectId} and old.status_id <> ${to}
        and s.id in (old.status_id, ${to}) returning 1),
    summed as (
      insert into planned (project_id, sprint_id, status_id, tasks, points, unestimated)
      select ${project.projectId}, coalesce(old.sprint_id, ${BACKLOG}), side.status_id, side.by,
        side.by * coalesce(old.estimate, 0), case when old.estimate is null then side.by else 0 end
      from old, lateral (values (old.status_id, -1), (${to}, 1)) as side(status_id, by)
      where old.status_id <> ${to}
      on conflict (project_id, sprint_id, status_id) do update
        set tasks = planned.tasks + excluded.tasks, points = planned.points + excluded.points,
          unestimated = planned.unestimated + excluded.unestimated returning 1),
    laned as (
      insert into lane_count (project_id, goes_by, lane, status_id, tasks)
      select ${project.projectId}, l.goes_by, l.lane, side.status_id, side.by
      from old, lateral (values (old.status_id, -1), (${to}, 1)) as side(status_id, by),
        lateral (values ('priority', old.priority::text), ('epic', coalesce(old.parent_id::text, 'none')),
          ('person', case cardinality(old.assignees) when 0 then 'none'
            when 1 then old.assignees[1]::text else 'several' end)) as l(goes_by, lane)
      where old.status_id <> ${to}
      on conflict (project_id, goes_by, lane, status_id) do update
        set tasks = lane_count.tasks + excluded.tasks returning 1),
    head as (update project set seq = seq + 1 where id = ${project.projectId} returning seq),
    entry as (
      insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, data)
      select ${project.projectId}, head.seq, moved.id, moved.version, 'task.moved', ${world.scope.person.id}, now(),
        ${randomUUID()}::uuid, ${world.clientId}, jsonb_build_object('from', moved.status_id,
        'to', ${to}::text, 'rank', moved.rank, 'fromRank', moved.was) from head, moved
      returning seq, command_id)
    insert into command (project_id, command_id, actor, type, outcome, first_seq, last_seq, at)
    select ${project.projectId}, entry.command_id, ${world.scope.person.id}, 'task.move', 'applied', entry.seq,
      entry.seq, now() from entry`

/** Gives a task another place in the plan. */
export const planByHand: ByHand = (sql, world, { project, taskId }) => sql`
    with old as (select * from task
      where id = ${taskId} and project_id = ${project.projectId} for update),
    planned as (
      update task t set plan_rank = ${rank()}, version = t.version + 1, updated_at = now()
      from old where t.id = ${taskId} and t.project_id = ${project.projectId}
      returning t.id, t.version, t.plan_rank, old.plan_rank as was),
    head as (update project set seq = seq + 1 where id = ${project.projectId} returning seq),
    entry as (
      insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, data)
      select ${project.projectId}, head.seq, planned.id, planned.version, 'task.planned',
        ${world.scope.person.id}, now(), ${randomUUID()}::uuid, ${world.clientId},
        jsonb_build_object('from', null, 'to', null, 'rank', planned.plan_rank,
          'fromRank', planned.was) from head, planned
      returning seq, command_id)
    insert into command (project_id, command_id, actor, type, outcome, first_seq, last_seq, at)
    select ${project.projectId}, entry.command_id, ${world.scope.person.id}, 'task.plan', 'applied',
      entry.seq, entry.seq, now() from entry`

const rank = () => `a0${Math.random().toString(36).slice(2, 8)}V`
