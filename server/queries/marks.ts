import type { Mark, Related } from '@/domain/relations'
import { parseLink } from '@/domain/task/link'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { tasksById, tasksByKey } from './related'
import { progressOf } from './relations'
import { type Reader, snapshot } from './snapshot'

/**
 * What cards say of their kin: their parent, how far their children are, what blocks them. By
 * index, whatever the size of the project; ids that have none of it are left out.
 */
export async function marks(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; marks: Record<Id, Mark> }> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [tasks, progress] = await Promise.all([
      sql<Row[]>`select id, number, parent_id, links from task
        where project_id = ${scope.projectId} and id = any(${ids})`,
      progressOf(sql, scope.projectId, ids),
    ])
    const parentIds = tasks.flatMap((task) => (task.parent_id as Id | null) ?? [])
    const keyOf = (task: Row) => `${scope.projectKey}-${task.number}`
    const [parents, own, held] = await Promise.all([
      tasksById(sql, scope, scope.projectId, [...new Set(parentIds)]),
      tasksByKey(sql, scope, tasks.flatMap(blockersIn)),
      heldBlockers(sql, scope, tasks.map(keyOf)),
    ])
    const found: Record<Id, Mark> = {}
    for (const task of tasks) {
      const blockers = new Map(held.get(keyOf(task)))
      for (const key of blockersIn(task)) {
        const blocker = own.get(key)
        if (blocker) blockers.set(key, isOver(blocker.archived, blocker.status.category))
      }
      const id = String(task.id)
      const mark: Mark = {
        parent: named(parents.get(String(task.parent_id))),
        progress: progress.get(id) ?? null,
        blockers: [...blockers].map(([key, done]) => ({ key, done })),
      }
      if (mark.parent || mark.progress || mark.blockers.length > 0) found[id] = mark
    }
    return found
  })
  return { seq, marks: data }
}

const named = (parent: Related | undefined): Mark['parent'] =>
  parent ? { id: parent.id, key: parent.key, title: parent.title, type: parent.type } : null

const isOver = (archived: boolean, category: unknown) => archived || category === 'done'

/** What a task says of itself that blocks it. */
const blockersIn = (task: Row): string[] =>
  (task.links as string[])
    .map(parseLink)
    .filter(({ kind }) => kind === 'is-blocked-by')
    .map(({ target }) => target)

/** What others say that they block, by the key of what is blocked: their keys, and whether they are done. */
async function heldBlockers(sql: Reader, { workspaceId }: ProjectScope, keys: string[]) {
  const rows = await sql<Row[]>`
    select l.target, p.key || '-' || t.number as key, t.archived_at, s.category
    from link l join task t on t.id = l.task_id and t.project_id = l.project_id
    join project p on p.id = t.project_id
    join status s on s.project_id = t.project_id and s.id = t.status_id
    where l.workspace_id = ${workspaceId} and l.target = any(${keys}) and l.kind = 'blocks'`
  const found = new Map<string, Map<string, boolean>>()
  for (const { target, key, archived_at, category } of rows) {
    const blockers = found.get(String(target)) ?? new Map()
    found.set(String(target), blockers.set(key, isOver(archived_at !== null, category)))
  }
  return found
}
