import { database } from '@/db/client'
import type { Id, Instant } from '@/domain/kernel/primitives'
import { ApiError, notFound } from '@/server/access/apiError'
import { requireRole } from '@/server/access/requireRole'
import type { ProjectScope, WorkspaceScope } from '@/server/access/scope'
import { logger } from '@/server/observability/logger'
import { pusherClient } from '@/server/publish/pusherClient'

/** What a person's windows are told on their own channel when their watch was started or stopped. */
export const TIMER_CHANGED = 'timer-changed'

/**
 * Starts the asker's one watch on a task. While another runs nothing is started, unless
 * `replacedStart` names it by its start: then it is dropped, and what it has measured with it.
 * @returns whether it runs on this task now
 * @throws ApiError (not-found) where there is no such task, (conflict) where it is archived
 */
export async function startTimer(
  scope: ProjectScope,
  taskId: Id,
  replacedStart: Instant | null,
): Promise<boolean> {
  requireRole(scope.person.role, 'member')
  const { projectId, workspaceId, person } = scope
  const { sql } = database()
  const [task] = await sql`
    select archived_at from task where id = ${taskId} and project_id = ${projectId}`
  if (!task) throw notFound()
  if (task.archived_at) throw new ApiError('conflict', 'This task is archived. Restore it first.')
  const [row] = await sql`
    insert into timer (person_id, workspace_id, project_id, task_id, started_at)
    values (${person.id}, ${workspaceId}, ${projectId}, ${taskId}, now())
    on conflict (person_id, workspace_id) do update
    set project_id = excluded.project_id, task_id = excluded.task_id, started_at = now()
    where timer.started_at = ${replacedStart}::timestamptz
    returning 1`
  if (row) notifyTimerChanged(person.id)
  if (row) return true
  const [running] = await sql`select task_id from timer where person_id = ${person.id}`
  return running?.task_id === taskId
}

/** Stops the watch that was started then; one that was started since goes on. */
export async function stopTimer(scope: WorkspaceScope, startedAt: Instant): Promise<void> {
  const { sql } = database()
  const stopped = await sql`
    delete from timer where person_id = ${scope.person.id} and started_at = ${startedAt}`
  if (stopped.count > 0) notifyTimerChanged(scope.person.id)
}

/** Tells the person's other windows and devices; those that it does not reach look when seen. */
export function notifyTimerChanged(personId: Id): void {
  void (async () => {
    try {
      await pusherClient().sendToUser(personId, TIMER_CHANGED, {})
    } catch (error) {
      logger().warn({ err: error, person: personId }, 'the other windows were not told of a timer')
    }
  })()
}
