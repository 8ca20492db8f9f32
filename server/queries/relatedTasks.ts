import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { rawQuery } from '@/db/rawQuery'
import { project, status, task } from '@/db/schema/project'
import type { Category, Id, TaskType } from '@/domain/kernel/primitives'
import { parseTaskKey } from '@/domain/task/link'
import type { RelatedTask } from '@/domain/views/relations'
import type { WorkspaceScope } from '@/server/access/scope'

/** The columns that `toRelatedTask` needs, of a task joined to its project and status. */
export const relatedTaskColumns = {
  id: task.id,
  projectId: task.projectId,
  projectKey: project.key,
  number: task.number,
  title: task.title,
  type: task.type,
  archivedAt: task.archivedAt,
  version: task.version,
  statusName: status.name,
  category: status.category,
  color: status.color,
}

interface RelatedTaskRow {
  id: Id
  projectId: Id
  projectKey: string
  number: number
  title: string
  type: TaskType
  archivedAt: string | null
  version: number
  statusName: string
  category: Category
  color: string
}

/** Selects tasks with their projects and statuses, within the workspace only. */
export function selectRelatedTasks(db: Queryable, scope: WorkspaceScope) {
  return db
    .select(relatedTaskColumns)
    .from(task)
    .innerJoin(project, isProjectOfTask(scope))
    .innerJoin(status, isStatusOfTask)
}

const isProjectOfTask = ({ workspaceId }: WorkspaceScope) =>
  and(eq(project.id, task.projectId), eq(project.workspaceId, workspaceId))

/** The join condition between a task and its status. */
export const isStatusOfTask = and(
  eq(status.projectId, task.projectId),
  eq(status.id, task.statusId),
)

/** Returns a task in the form in which other tasks show it. */
export function toRelatedTask(row: RelatedTaskRow): RelatedTask {
  const { id, projectId, title, type, version } = row
  const key = `${row.projectKey}-${row.number}`
  const archived = row.archivedAt !== null
  const status = { name: row.statusName, category: row.category, color: row.color }
  return { id, projectId, key, title, type, status, archived, version }
}

/**
 * Returns tasks of the workspace by key. A transferred task is found under its former key and
 * returned as it is in its current project. Unknown keys are left out.
 */
export async function selectTasksByKeys(
  db: Queryable,
  scope: WorkspaceScope,
  keys: Iterable<string>,
): Promise<Map<string, RelatedTask>> {
  const wanted = [...new Set(keys)].flatMap((key) => parseTaskKey(key) ?? [])
  if (wanted.length === 0) return new Map()
  const projectKeys = sql.param(wanted.map((each) => each.project))
  const numbers = sql.param(wanted.map((each) => each.number))
  const askedProject = alias(project, 'asked_project')
  const passed = alias(task, 'passed')
  const next = alias(task, 'next')
  const fields = {
    asked: sql<string>`asked.project_key || '-' || asked.task_number`.as('asked'),
    ...relatedTaskColumns,
  }
  const found = rawQuery(
    db,
    fields,
    (columns) => sql`
      select ${columns}
      from unnest(${projectKeys}::text[], ${numbers}::int[]) as asked(project_key, task_number)
      join ${project} ${askedProject} on ${askedProject.workspaceId} = ${scope.workspaceId}
        and ${askedProject.key} = asked.project_key
      cross join lateral (
        with recursive ${passed} as (
          select ${task}.* from ${task}
            where ${task.projectId} = ${askedProject.id} and ${task.number} = asked.task_number
          union
          select ${next}.* from ${passed} join ${task} ${next}
            on ${next.id} = ${passed.movedTo} and ${next.projectId} = ${passed.movedToProject}
        ) select * from ${passed} where ${passed.movedTo} is null) ${task}
      join ${project} on ${isProjectOfTask(scope)}
      join ${status} on ${isStatusOfTask}`,
  )
  const rows = await db.with(found).select().from(found)
  return new Map(rows.map((row) => [row.asked, toRelatedTask(row)]))
}

/** Returns tasks of one project by id. */
export async function selectTasksByIds(
  db: Queryable,
  scope: WorkspaceScope,
  projectId: Id,
  ids: Id[],
): Promise<Map<Id, RelatedTask>> {
  if (ids.length === 0) return new Map()
  const rows = await selectRelatedTasks(db, scope).where(
    and(eq(task.projectId, projectId), isAnyOf(task.id, ids)),
  )
  return new Map(rows.map(toRelatedTask).map((each) => [each.id, each]))
}
