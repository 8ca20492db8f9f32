import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { link } from '@/db/schema/link'
import { project, status, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { inverseKind, parseLink } from '@/domain/task/link'
import type { RelatedTask, ResolvedLink, TaskRelations } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import { isLinkTo, selectLinkedKeys } from './incomingLinks'
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
      selectLinks(db, scope, { id: taskId, number: own.number }, own.links),
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

/**
 * Returns the links that a task stores and those that other tasks store to it, all from this task's
 * point of view.
 */
async function selectLinks(
  db: Queryable,
  scope: ProjectScope,
  linkedTask: { id: Id; number: number },
  linkTexts: string[],
): Promise<ResolvedLink[]> {
  const ownLinks = linkTexts.map(parseLink).filter(({ kind }) => kind !== 'parent')
  const linkedKeys = await selectLinkedKeys(db, scope, [linkedTask])
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
      .where(and(isLinkTo(scope, [...linkedKeys.values()].flat()), ne(link.kind, 'parent')))
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
