import { and, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { task } from '@/db/schema/project'
import { timer } from '@/db/schema/time'
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
  const { db } = database()
  const [found] = await db
    .select({ archivedAt: task.archivedAt })
    .from(task)
    .where(and(eq(task.id, taskId), eq(task.projectId, projectId)))
  if (!found) throw notFound()
  if (found.archivedAt) throw new ApiError('conflict', 'This task is archived. Restore it first.')
  const startedAt = sql`now()`
  const [started] = await db
    .insert(timer)
    .values({ personId: person.id, workspaceId, projectId, taskId, startedAt })
    .onConflictDoUpdate({
      target: [timer.personId, timer.workspaceId],
      set: { projectId, taskId, startedAt },
      setWhere: replacedStart === null ? sql`false` : eq(timer.startedAt, replacedStart),
    })
    .returning({ taskId: timer.taskId })
  if (started) notifyTimerChanged(person.id)
  if (started) return true
  const [running] = await db
    .select({ taskId: timer.taskId })
    .from(timer)
    .where(eq(timer.personId, person.id))
  return running?.taskId === taskId
}

/** Stops the watch that was started then; one that was started since goes on. */
export async function stopTimer(scope: WorkspaceScope, startedAt: Instant): Promise<void> {
  const stopped = await database()
    .db.delete(timer)
    .where(and(eq(timer.personId, scope.person.id), eq(timer.startedAt, startedAt)))
    .returning({ personId: timer.personId })
  if (stopped.length > 0) notifyTimerChanged(scope.person.id)
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
