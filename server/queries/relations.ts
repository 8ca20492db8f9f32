import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { rawQuery } from '@/db/rawQuery'
import { link } from '@/db/schema/link'
import { project, status, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { inverseKind, parseLink } from '@/domain/task/link'
import type { RelatedTask, ResolvedLink, TaskRelations } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import {
  isStatusOfTask,
  relatedTaskColumns,
  selectRelatedTasks,
  selectTasksByIds,
  selectTasksByKeys,
  toRelatedTask,
} from './relatedTasks'
import { readSnapshot } from './snapshot'
import { selectChildProgress } from './taskProgress'

const MAX_CHILDREN = 500
const MAX_LINKS = 500

/**
 * Returns a task's parent, children with their progress, and links; null when the project has no
 * such task.
 */
export async function loadRelations(
  scope: ProjectScope,
  taskId: Id,
): Promise<TaskRelations | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) => {
    const [found, children, progress] = await Promise.all([
      db
        .select({ number: task.number, parentId: task.parentId, links: task.links })
        .from(task)
        .where(and(eq(task.projectId, scope.projectId), eq(task.id, taskId))),
      selectChildren(db, scope, taskId),
      selectChildProgress(db, scope.projectId, [taskId]),
    ])
    const [own] = found
    if (!own) return null
    const { parentId } = own
    const [parents, links] = await Promise.all([
      selectTasksByIds(db, scope, scope.projectId, parentId ? [parentId] : []),
      selectLinks(db, scope, taskId, `${scope.projectKey}-${own.number}`, own.links),
    ])
    return {
      parent: parents.get(parentId ?? '') ?? null,
      children,
      progress: progress.get(taskId) ?? { done: 0, total: 0, donePoints: 0, totalPoints: 0 },
      links,
    }
  })
  return data && { seq, ...data }
}

async function selectChildren(
  db: Queryable,
  scope: ProjectScope,
  taskId: Id,
): Promise<RelatedTask[]> {
  const rows = await selectRelatedTasks(db, scope)
    .where(
      and(eq(task.parentId, taskId), eq(task.projectId, scope.projectId), isNull(task.archivedAt)),
    )
    .orderBy(task.backlogRank)
    .limit(MAX_CHILDREN)
  return rows.map(toRelatedTask)
}

/** Returns the keys that a task had in the projects it was transferred from. */
async function selectFormerKeys(db: Queryable, scope: ProjectScope, taskId: Id): Promise<string[]> {
  const former = alias(task, 'former')
  const found = rawQuery(
    db,
    { projectKey: project.key, number: former.number },
    (columns) => sql`
      with recursive ${former} as (
        select ${task}.* from ${task}
          where ${task.movedTo} = ${taskId} and ${task.movedToProject} = ${scope.projectId}
        union
        select ${task}.* from ${former} join ${task}
          on ${task.movedTo} = ${former.id} and ${task.movedToProject} = ${former.projectId}
      )
      select ${columns} from ${former} join ${project} on ${project.id} = ${former.projectId}`,
  )
  const rows = await db.with(found).select().from(found)
  return rows.map((row) => `${row.projectKey}-${row.number}`)
}

/**
 * Returns the links that a task stores and those that other tasks store to it, all from this task's
 * point of view.
 */
async function selectLinks(
  db: Queryable,
  scope: ProjectScope,
  taskId: Id,
  key: string,
  linkTexts: string[],
): Promise<ResolvedLink[]> {
  const ownLinks = linkTexts.map(parseLink).filter(({ kind }) => kind !== 'parent')
  const formerKeys = await selectFormerKeys(db, scope, taskId)
  const [known, incomingRows] = await Promise.all([
    selectTasksByKeys(
      db,
      scope,
      ownLinks.map((each) => each.target),
    ),
    db
      .select({ kind: link.kind, ...relatedTaskColumns })
      .from(link)
      .innerJoin(task, and(eq(task.id, link.taskId), eq(task.projectId, link.projectId)))
      .innerJoin(project, eq(project.id, task.projectId))
      .innerJoin(status, isStatusOfTask)
      .where(
        and(
          eq(link.workspaceId, scope.workspaceId),
          isAnyOf(link.target, [key, ...formerKeys]),
          isNull(task.movedTo),
          ne(link.kind, 'parent'),
        ),
      )
      .orderBy(project.key, task.number)
      .limit(MAX_LINKS),
  ])
  const linksByKey = new Map<string, ResolvedLink>()
  const linkFor = (kind: string, other: string, task: RelatedTask | null) => {
    const known = linksByKey.get(`${kind} ${other}`)
    if (known) return known
    const created: ResolvedLink = {
      kind,
      key: other,
      task,
      storedOn: { thisTask: false, otherTask: false },
    }
    linksByKey.set(`${kind} ${other}`, created)
    return created
  }
  for (const { kind, target } of ownLinks) {
    const task = known.get(target) ?? null
    linkFor(kind, task?.key ?? target, task).storedOn.thisTask = true
  }
  for (const row of incomingRows) {
    const task = toRelatedTask(row)
    linkFor(inverseKind(row.kind), task.key, task).storedOn.otherTask = true
  }
  return [...linksByKey.values()]
}
