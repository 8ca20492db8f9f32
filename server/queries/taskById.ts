import { and, desc, eq, isNull } from 'drizzle-orm'
import { commentColumns, taskColumns, worklogColumns } from '@/db/rowColumns'
import { comment, task, worklog } from '@/db/schema/project'
import type { Comment } from '@/domain/comment/comment'
import type { Id } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ProjectScope } from '@/server/access/scope'
import { readSnapshot } from './snapshot'

const MAX_COMMENTS = 500
const MAX_WORKLOGS = 500

/**
 * Returns a task with its description, its latest comments and its latest worklogs (at most 500
 * each, oldest first, without deleted worklogs) at `seq`; null when the project has no such task.
 */
export async function loadTaskById(
  scope: ProjectScope,
  taskId: Id,
): Promise<{ seq: number; task: Task; comments: Comment[]; worklogs: Worklog[] } | null> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [[found], comments, worklogs] = await Promise.all([
      db
        .select(taskColumns)
        .from(task)
        .where(and(eq(task.projectId, projectId), eq(task.id, taskId))),
      db
        .select(commentColumns)
        .from(comment)
        .where(and(eq(comment.projectId, projectId), eq(comment.taskId, taskId)))
        .orderBy(desc(comment.createdAt), desc(comment.id))
        .limit(MAX_COMMENTS),
      db
        .select(worklogColumns)
        .from(worklog)
        .where(
          and(
            eq(worklog.projectId, projectId),
            eq(worklog.taskId, taskId),
            isNull(worklog.deletedAt),
          ),
        )
        .orderBy(desc(worklog.startedAt), desc(worklog.id))
        .limit(MAX_WORKLOGS),
    ])
    return found && { task: found, comments: comments.reverse(), worklogs: worklogs.reverse() }
  })
  return data ? { seq, ...data } : null
}
