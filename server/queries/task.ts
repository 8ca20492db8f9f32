import type { TaskDetail } from '@/domain/history'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toComment, toTask, toWorklog } from '@/server/log/rows'
import { keyNow } from './moved'
import { members, peopleById } from './people'
import { snapshot } from './snapshot'

/**
 * One task with its comments and worklogs, oldest first, in one moment of the log. Null when the project has no
 * task of that number; archived tasks are found.
 */
export async function task(scope: ProjectScope, number: number): Promise<TaskDetail | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [tasks, comments, worklogs, everybody] = await Promise.all([
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
      members(sql, scope),
    ])
    if (!tasks[0]) return null
    const found = toTask(tasks[0])
    const thread = comments.map(toComment)
    const logged = worklogs.map(toWorklog)
    const known = new Set(everybody.map((person) => person.id))
    const named = [
      found.reporter,
      ...found.assignees,
      ...[...thread, ...logged].map((each) => each.author),
    ]
    const others = [...new Set(named)].filter((id) => !known.has(id))
    const people = [...everybody, ...(await peopleById(sql, scope, others))]
    return { task: found, comments: thread, worklogs: logged, people }
  })
  return data && { seq, movedTo: await keyNow(scope, data.task), ...data }
}
