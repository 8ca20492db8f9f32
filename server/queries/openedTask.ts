import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toComment, toTask } from '@/server/log/rows'
import { snapshot } from './snapshot'

const MOST_COMMENTS = 500

/**
 * A task with its description and its latest comments (500 at most, oldest first), true at `seq`;
 * null when the project has no such task.
 */
export async function openedTask(
  scope: ProjectScope,
  taskId: Id,
): Promise<{ seq: number; task: Task; comments: Comment[] } | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [tasks, comments] = await Promise.all([
      sql<Row[]>`select * from task where project_id = ${scope.projectId} and id = ${taskId}`,
      sql<Row[]>`
        select * from comment where project_id = ${scope.projectId} and task_id = ${taskId}
        order by created_at desc, id desc limit ${MOST_COMMENTS}`,
    ])
    return { task: tasks[0], comments: comments.reverse().map(toComment) }
  })
  return data.task ? { seq, task: toTask(data.task), comments: data.comments } : null
}
