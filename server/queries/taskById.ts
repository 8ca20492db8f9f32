import { type Row, toComment, toTask, toWorklog } from '@/db/rows'
import type { Comment } from '@/domain/comment/comment'
import type { Id } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ProjectScope } from '@/server/access/scope'
import { readSnapshot } from './snapshot'

const MAX_COMMENTS = 500
const MAX_WORKLOGS = 500

/**
 * A task with its description, its latest comments and its latest worklogs (500 at most of each,
 * oldest first, deleted worklogs left out), true at `seq`; null when the project has no such task.
 */
export async function loadTaskById(
  scope: ProjectScope,
  taskId: Id,
): Promise<{ seq: number; task: Task; comments: Comment[]; worklogs: Worklog[] } | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [tasks, comments, worklogs] = await Promise.all([
      sql<Row[]>`select * from task where project_id = ${scope.projectId} and id = ${taskId}`,
      sql<Row[]>`
        select * from comment where project_id = ${scope.projectId} and task_id = ${taskId}
        order by created_at desc, id desc limit ${MAX_COMMENTS}`,
      sql<Row[]>`
        select * from worklog where project_id = ${scope.projectId} and task_id = ${taskId}
          and deleted_at is null
        order by started_at desc, id desc limit ${MAX_WORKLOGS}`,
    ])
    return {
      task: tasks[0],
      comments: comments.reverse().map(toComment),
      worklogs: worklogs.reverse().map(toWorklog),
    }
  })
  return data.task ? { seq, ...data, task: toTask(data.task) } : null
}
