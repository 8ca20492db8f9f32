import { and, eq, isNull } from 'drizzle-orm'
import { commentColumns, taskColumns, worklogColumns } from '@/db/rowColumns'
import { comment, task, worklog } from '@/db/schema/project'
import type { TaskDetail } from '@/domain/views/history'
import type { ProjectScope } from '@/server/access/scope'
import { loadCurrentKey } from './currentKey'
import { selectMembers, selectPeopleByIds } from './people'
import { readSnapshot } from './snapshot'

/**
 * Returns a task with its comments and worklogs, oldest first, from one snapshot. Null when the
 * project has no task with that number; archived tasks are included.
 */
export async function loadTaskByNumber(
  scope: ProjectScope,
  number: number,
): Promise<TaskDetail | null> {
  const { projectId } = scope
  const { seq, data } = await readSnapshot(projectId, async (db) => {
    const [[found], comments, worklogs, members] = await Promise.all([
      db
        .select(taskColumns)
        .from(task)
        .where(and(eq(task.projectId, projectId), eq(task.number, number))),
      db
        .select(commentColumns)
        .from(comment)
        .innerJoin(task, eq(task.id, comment.taskId))
        .where(
          and(
            eq(task.projectId, projectId),
            eq(comment.projectId, task.projectId),
            eq(task.number, number),
          ),
        )
        .orderBy(comment.createdAt, comment.id),
      db
        .select(worklogColumns)
        .from(worklog)
        .innerJoin(task, eq(task.id, worklog.taskId))
        .where(
          and(
            eq(task.projectId, projectId),
            eq(worklog.projectId, task.projectId),
            eq(task.number, number),
            isNull(worklog.deletedAt),
          ),
        )
        .orderBy(worklog.startedAt, worklog.id),
      selectMembers(db, scope),
    ])
    if (!found) return null
    const memberIds = new Set(members.map((person) => person.id))
    const mentionedIds = [
      found.reporter,
      ...found.assignees,
      ...[...comments, ...worklogs].map((each) => each.author),
    ]
    const otherIds = [...new Set(mentionedIds)].filter((id) => !memberIds.has(id))
    const people = [...members, ...(await selectPeopleByIds(db, scope, otherIds))]
    return { task: found, comments, worklogs, people }
  })
  return data && { seq, movedTo: await loadCurrentKey(scope, data.task), ...data }
}
