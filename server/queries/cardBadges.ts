import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { link } from '@/db/schema/link'
import { project, status, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { parseLink } from '@/domain/task/link'
import type { CardBadges, RelatedTask } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import { isLinkTo, selectLinkedKeys } from './incomingLinks'
import { isStatusOfTask, selectTasksByIds, selectTasksByKeys } from './relatedTasks'
import { readSnapshot } from './snapshot'
import { selectChildProgress } from './taskProgress'

/**
 * Returns the relations that cards show: the parent, the progress of the children and the blocking
 * tasks. Uses indexes, so the cost does not depend on the size of the project. Tasks without
 * relations are left out.
 */
export async function loadCardBadges(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; badges: Record<Id, CardBadges> }> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) => {
    const [tasks, progress] = await Promise.all([
      db
        .select({ id: task.id, number: task.number, parentId: task.parentId, links: task.links })
        .from(task)
        .where(and(eq(task.projectId, scope.projectId), isAnyOf(task.id, ids))),
      selectChildProgress(db, scope.projectId, ids),
    ])
    const parentIds = tasks.flatMap((each) => each.parentId ?? [])
    const [parents, ownBlockers, incoming] = await Promise.all([
      selectTasksByIds(db, scope, scope.projectId, [...new Set(parentIds)]),
      selectTasksByKeys(db, scope, tasks.flatMap(ownBlockerKeys)),
      selectIncomingBlockers(db, scope, tasks),
    ])
    const badges: Record<Id, CardBadges> = {}
    for (const each of tasks) {
      const blockers = new Map(incoming.get(each.id))
      for (const key of ownBlockerKeys(each)) {
        const blocker = ownBlockers.get(key)
        if (blocker)
          blockers.set(blocker.key, isResolved(blocker.archived, blocker.status.category))
      }
      const badge: CardBadges = {
        parent: toParentBadge(each.parentId ? parents.get(each.parentId) : undefined),
        progress: progress.get(each.id) ?? null,
        blockers: [...blockers].map(([key, done]) => ({ key, done })),
      }
      if (badge.parent || badge.progress || badge.blockers.length > 0) badges[each.id] = badge
    }
    return badges
  })
  return { seq, badges: data }
}

const toParentBadge = (parent: RelatedTask | undefined): CardBadges['parent'] =>
  parent ? { id: parent.id, key: parent.key, title: parent.title, type: parent.type } : null

const isResolved = (archived: boolean, category: string) => archived || category === 'done'

/** Returns the keys of the tasks that block a task according to its own links. */
const ownBlockerKeys = ({ links }: { links: string[] }): string[] =>
  links
    .map(parseLink)
    .filter(({ kind }) => kind === 'is-blocked-by')
    .map(({ target }) => target)

/**
 * Returns, by the id of the blocked task, the keys of the tasks that block it according to their
 * own links, each with whether it is done or archived.
 */
async function selectIncomingBlockers(
  db: Queryable,
  scope: ProjectScope,
  tasks: { id: Id; number: number }[],
): Promise<Map<Id, Map<string, boolean>>> {
  const linkedKeys = await selectLinkedKeys(db, scope, tasks)
  const rows = await db
    .select({
      target: link.target,
      projectKey: project.key,
      number: task.number,
      archived: sql<boolean>`${task.archivedAt} is not null`,
      category: status.category,
    })
    .from(link)
    .innerJoin(task, and(eq(task.id, link.taskId), eq(task.projectId, link.projectId)))
    .innerJoin(project, eq(project.id, task.projectId))
    .innerJoin(status, isStatusOfTask)
    .where(and(isLinkTo(scope, [...linkedKeys.values()].flat()), eq(link.kind, 'blocks')))
  const blockersByTarget = new Map<string, Map<string, boolean>>()
  for (const { target, projectKey, number, archived, category } of rows) {
    const blockers = blockersByTarget.get(target) ?? new Map()
    blockers.set(`${projectKey}-${number}`, isResolved(archived, category))
    blockersByTarget.set(target, blockers)
  }
  const blockersOf = (keys: string[]) =>
    keys.flatMap((key) => [...(blockersByTarget.get(key) ?? [])])
  return new Map([...linkedKeys].map(([id, keys]) => [id, new Map(blockersOf(keys))]))
}
