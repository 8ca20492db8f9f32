import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toComment, toTask, toWorklog } from '@/server/log/rows'
import { snapshot } from './snapshot'

const MOST_COMMENTS = 500
const MOST_WORKLOGS = 500

/**
 * A task with its description, its latest comments and its latest worklogs (500 at most of each,
 * oldest first, deleted worklogs left out), true at `seq`; null when the project has no such task.
 */
export async function openedTask(
  scope: ProjectScope,
  taskId: Id,
): Promise<{ seq: number; task: Task; comments: Comment[]; worklogs: Worklog[] } | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [tasks, comments, worklogs] = await Promise.all([
      sql<Row[]>`select * from task where project_id = ${scope.projectId} and id = ${taskId}`,
      sql<Row[]>`
        select * from comment where project_id = ${scope.projectId} and task_id = ${taskId}
        order by created_at desc, id desc limit ${MOST_COMMENTS}`,
      sql<Row[]>`
        select * from worklog where project_id = ${scope.projectId} and task_id = ${taskId}
          and deleted_at is null
        order by started_at desc, id desc limit ${MOST_WORKLOGS}`,
    ])
    return {
      task: tasks[0],
      comments: comments.reverse().map(toComment),
      worklogs: worklogs.reverse().map(toWorklog),
    }
  })
  return data.task ? { seq, ...data, task: toTask(data.task) } : null
}
