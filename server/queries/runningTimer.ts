import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { project, task } from '@/db/schema/project'
import { timer } from '@/db/schema/time'
import type { Id, Instant } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

/** A person's running timer, with the current title of its task. */
export interface RunningTimer {
  projectId: Id
  projectKey: string
  taskId: Id
  number: number
  title: string
  /** The task's version, the base version of a command that logs time. */
  version: number
  startedAt: Instant
}

/** Returns the principal's running timer, or null. */
export async function loadRunningTimer(scope: WorkspaceScope): Promise<RunningTimer | null> {
  const [running] = await database()
    .db.select({
      projectId: project.id,
      projectKey: project.key,
      taskId: task.id,
      number: task.number,
      title: task.title,
      version: task.version,
      startedAt: timer.startedAt,
    })
    .from(timer)
    .innerJoin(
      project,
      and(eq(project.id, timer.projectId), eq(project.workspaceId, scope.workspaceId)),
    )
    .innerJoin(task, and(eq(task.id, timer.taskId), eq(task.projectId, timer.projectId)))
    .where(eq(timer.personId, scope.person.id))
  return running ?? null
}
