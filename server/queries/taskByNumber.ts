import { type Row, toComment, toTask, toWorklog } from '@/db/rows'
import type { TaskDetail } from '@/domain/views/history'
import type { ProjectScope } from '@/server/access/scope'
import { loadCurrentKey } from './currentKey'
import { selectMembers, selectPeopleByIds } from './people'
import { readSnapshot } from './snapshot'

/**
 * One task with its comments and worklogs, oldest first, in one moment of the log. Null when the project has no
 * task of that number; archived tasks are found.
 */
export async function loadTaskByNumber(
  scope: ProjectScope,
  number: number,
): Promise<TaskDetail | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [tasks, comments, worklogs, members] = await Promise.all([
      sql<Row[]>`
        select * from task where project_id = ${scope.projectId} and number = ${number}`,
      sql<Row[]>`
        select c.* from comment c join task t on t.id = c.task_id
        where t.project_id = ${scope.projectId} and c.project_id = t.project_id
          and t.number = ${number}
        order by c.created_at, c.id`,
      sql<Row[]>`
        select l.* from worklog l join task t on t.id = l.task_id
        where t.project_id = ${scope.projectId} and l.project_id = t.project_id
          and t.number = ${number} and l.deleted_at is null
        order by l.started_at, l.id`,
      selectMembers(sql, scope),
    ])
    if (!tasks[0]) return null
    const task = toTask(tasks[0])
    const taskComments = comments.map(toComment)
    const taskWorklogs = worklogs.map(toWorklog)
    const memberIds = new Set(members.map((person) => person.id))
    const mentionedIds = [
      task.reporter,
      ...task.assignees,
      ...[...taskComments, ...taskWorklogs].map((each) => each.author),
    ]
    const otherIds = [...new Set(mentionedIds)].filter((id) => !memberIds.has(id))
    const people = [...members, ...(await selectPeopleByIds(sql, scope, otherIds))]
    return { task, comments: taskComments, worklogs: taskWorklogs, people }
  })
  return data && { seq, movedTo: await loadCurrentKey(scope, data.task), ...data }
}
