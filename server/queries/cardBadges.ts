import type { Row } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import { parseLink } from '@/domain/task/link'
import type { CardBadges, RelatedTask } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import { selectTasksByIds, selectTasksByKeys } from './relatedTasks'
import { selectChildProgress } from './relations'
import { readSnapshot, type SqlReader } from './snapshot'

/**
 * What cards say of their kin: their parent, how far their children are, what blocks them. By
 * index, whatever the size of the project; ids that have none of it are left out.
 */
export async function loadCardBadges(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; badges: Record<Id, CardBadges> }> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [tasks, progress] = await Promise.all([
      sql<Row[]>`select id, number, parent_id, links from task
        where project_id = ${scope.projectId} and id = any(${ids})`,
      selectChildProgress(sql, scope.projectId, ids),
    ])
    const parentIds = tasks.flatMap((task) => (task.parent_id as Id | null) ?? [])
    const keyOf = (task: Row) => `${scope.projectKey}-${task.number}`
    const [parents, ownBlockers, incoming] = await Promise.all([
      selectTasksByIds(sql, scope, scope.projectId, [...new Set(parentIds)]),
      selectTasksByKeys(sql, scope, tasks.flatMap(ownBlockerKeys)),
      selectIncomingBlockers(sql, scope, tasks.map(keyOf)),
    ])
    const badges: Record<Id, CardBadges> = {}
    for (const task of tasks) {
      const blockers = new Map(incoming.get(keyOf(task)))
      for (const key of ownBlockerKeys(task)) {
        const blocker = ownBlockers.get(key)
        if (blocker) blockers.set(key, isResolved(blocker.archived, blocker.status.category))
      }
      const id = String(task.id)
      const badge: CardBadges = {
        parent: toParentBadge(parents.get(String(task.parent_id))),
        progress: progress.get(id) ?? null,
        blockers: [...blockers].map(([key, done]) => ({ key, done })),
      }
      if (badge.parent || badge.progress || badge.blockers.length > 0) badges[id] = badge
    }
    return badges
  })
  return { seq, badges: data }
}

const toParentBadge = (parent: RelatedTask | undefined): CardBadges['parent'] =>
  parent ? { id: parent.id, key: parent.key, title: parent.title, type: parent.type } : null

const isResolved = (archived: boolean, category: unknown) => archived || category === 'done'

/** What a task says of itself that blocks it. */
const ownBlockerKeys = (task: Row): string[] =>
  (task.links as string[])
    .map(parseLink)
    .filter(({ kind }) => kind === 'is-blocked-by')
    .map(({ target }) => target)

/** What others say that they block, by the key of what is blocked: their keys, and whether they are done. */
async function selectIncomingBlockers(
  sql: SqlReader,
  { workspaceId }: ProjectScope,
  keys: string[],
) {
  const rows = await sql<Row[]>`
    select l.target, p.key || '-' || t.number as key, t.archived_at, s.category
    from link l join task t on t.id = l.task_id and t.project_id = l.project_id
    join project p on p.id = t.project_id
    join status s on s.project_id = t.project_id and s.id = t.status_id
    where l.workspace_id = ${workspaceId} and l.target = any(${keys}) and l.kind = 'blocks'`
  const found = new Map<string, Map<string, boolean>>()
  for (const { target, key, archived_at, category } of rows) {
    const blockers = found.get(String(target)) ?? new Map()
    found.set(String(target), blockers.set(key, isResolved(archived_at !== null, category)))
  }
  return found
}
