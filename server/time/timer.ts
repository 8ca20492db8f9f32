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

/** The message on a person's own channel when their timer was started or stopped. */
export const TIMER_CHANGED = 'timer-changed'

/**
 * Starts the caller's only timer on a task. When another timer runs, nothing starts unless
 * `replacedStart` equals its start: then that timer and its measured time are discarded.
 * @returns true when the timer now runs on this task
 * @throws ApiError (not-found) when the task does not exist, (conflict) when it is archived
 */
export async function startTimer(
  scope: ProjectScope,
  taskId: Id,
  replacedStart: Instant | null,
): Promise<boolean> {
  requireRole(scope.person.role, 'member')
  const { projectId, workspaceId, person } = scope
  const { db } = database()
  const started = await db.transaction(async (tx) => {
    // The lock lets a concurrent transfer of the task commit before or after, but not between: it
    // takes along the timers that exist when it has changed the task.
    const [found] = await tx
      .select({ archivedAt: task.archivedAt })
      .from(task)
      .where(and(eq(task.id, taskId), eq(task.projectId, projectId)))
      .for('share')
    if (!found) throw notFound()
    if (found.archivedAt) throw new ApiError('conflict', 'This task is archived. Restore it first.')
    const startedAt = sql`now()`
    const inserted = await tx
      .insert(timer)
      .values({ personId: person.id, workspaceId, projectId, taskId, startedAt })
      .onConflictDoUpdate({
        target: [timer.personId, timer.workspaceId],
        set: { projectId, taskId, startedAt },
        setWhere: replacedStart === null ? sql`false` : eq(timer.startedAt, replacedStart),
      })
      .returning({ taskId: timer.taskId })
    return inserted.length > 0
  })
  if (started) notifyTimerChanged(person.id)
  if (started) return true
  const [running] = await db
    .select({ taskId: timer.taskId })
    .from(timer)
    .where(eq(timer.personId, person.id))
  return running?.taskId === taskId
}

/** Stops the timer with this start. A timer that was started later continues. */
export async function stopTimer(scope: WorkspaceScope, startedAt: Instant): Promise<void> {
  const stopped = await database()
    .db.delete(timer)
    .where(and(eq(timer.personId, scope.person.id), eq(timer.startedAt, startedAt)))
    .returning({ personId: timer.personId })
  if (stopped.length > 0) notifyTimerChanged(scope.person.id)
}

/**
 * Notifies the person's other windows and devices. Windows that miss the message refresh when they
 * become visible.
 */
export function notifyTimerChanged(personId: Id): void {
  void (async () => {
    try {
      await pusherClient().sendToUser(personId, TIMER_CHANGED, {})
    } catch (error) {
      logger().warn(
        { err: error, person: personId },
        'the other windows were not notified of a timer change',
      )
    }
  })()
}
