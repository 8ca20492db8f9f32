import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Id } from '@/domain/words'
import { BACKLOG } from '@/server/execute/totals'
import type { BenchProject, World } from './world'

/** Moves tasks by one hand-written statement each, on so many connections. */
export interface ByHand {
  move: (project: BenchProject, taskId: Id, to: string) => Promise<unknown>
  close: () => Promise<void>
}

/**
 * The limit that commands are measured against: the same rows and the same event as a move through
 * `execute`, in one statement and one round trip, without decisions, conflicts or repeats.
 */
export function byHand(url: string, world: World, connections: number): ByHand {
  // By index, as a batch of `execute` reads, whatever the statistics of a fresh table say.
  const connection = { cpu_tuple_cost: 100, cpu_index_tuple_cost: 100, enable_seqscan: 'off' }
  const sql = postgres(url, { max: connections, onnotice: () => {}, connection })
  const actor = world.scope.person.id
  const move = (project: BenchProject, taskId: Id, to: string) => sql`
    with old as (select id, status_id, rank, version, estimate, sprint_id from task
      where id = ${taskId} and project_id = ${project.projectId} for update),
    moved as (
      update task t set status_id = ${to}, rank = ${`a0${Math.random().toString(36).slice(2, 8)}V`},
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
    head as (update project set seq = seq + 1 where id = ${project.projectId} returning seq),
    entry as (
      insert into event (project_id, seq, task_id, version, type, actor, at, command_id, client_id, data)
      select ${project.projectId}, head.seq, moved.id, moved.version, 'task.moved', ${actor}, now(),
        ${randomUUID()}::uuid, ${world.clientId}, jsonb_build_object('from', moved.status_id,
        'to', ${to}::text, 'rank', moved.rank, 'fromRank', moved.was) from head, moved
      returning seq, command_id)
    insert into command (project_id, command_id, actor, type, outcome, first_seq, last_seq, at)
    select ${project.projectId}, entry.command_id, ${actor}, 'task.move', 'applied', entry.seq,
      entry.seq, now() from entry`
  return { move, close: () => sql.end() }
}
