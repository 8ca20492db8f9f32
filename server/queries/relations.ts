import type { Progress, Related, Relations, Tie } from '@/domain/relations'
import { parseLink, reversed } from '@/domain/task/link'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { relatedColumns, relatedTables, tasksById, tasksByKey, toRelated } from './related'
import { type Reader, snapshot } from './snapshot'

const MOST_CHILDREN = 500
const MOST_TIES = 500

/** How a task hangs together with others; null when the project has no such task. */
export async function relations(scope: ProjectScope, taskId: Id): Promise<Relations | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [tasks, below, progress] = await Promise.all([
      sql<Row[]>`select number, parent_id, links from task
        where project_id = ${scope.projectId} and id = ${taskId}`,
      children(sql, scope, taskId),
      progressOf(sql, scope.projectId, [taskId]),
    ])
    const [task] = tasks
    if (!task) return null
    const parentId = task.parent_id as Id | null
    const [above, ties] = await Promise.all([
      tasksById(sql, scope, scope.projectId, parentId ? [parentId] : []),
      tiesOf(sql, scope, taskId, `${scope.projectKey}-${task.number}`, task.links as string[]),
    ])
    return {
      parent: above.get(parentId ?? '') ?? null,
      children: below,
      progress: progress.get(taskId) ?? { done: 0, all: 0, donePoints: 0, points: 0 },
      ties,
    }
  })
  return data && { seq, ...data }
}

/** How far the children of each task have come, by index; tasks without any are left out. */
export async function progressOf(
  sql: Reader,
  projectId: Id,
  ids: readonly Id[],
): Promise<Map<Id, Progress>> {
  const rows = await sql<(Progress & { id: Id })[]>`
    select t.parent_id as id, count(*)::int as all,
      (count(*) filter (where s.category = 'done'))::int as done,
      coalesce(sum(t.estimate), 0)::float8 as points,
      coalesce(sum(t.estimate) filter (where s.category = 'done'), 0)::float8 as "donePoints"
    from task t join status s on s.project_id = t.project_id and s.id = t.status_id
    where t.parent_id = any(${ids}) and t.project_id = ${projectId} and t.archived_at is null
    group by t.parent_id`
  return new Map(rows.map(({ id, ...progress }) => [id, progress]))
}

async function children(sql: Reader, scope: ProjectScope, taskId: Id): Promise<Related[]> {
  const rows = await sql<Row[]>`
    select ${relatedColumns(sql)} from ${relatedTables(sql, scope)}
    where t.parent_id = ${taskId} and t.project_id = ${scope.projectId} and t.archived_at is null
    order by t.plan_rank limit ${MOST_CHILDREN}`
  return rows.map(toRelated)
}

/** The keys that a task had in projects it came from. */
async function formerKeys(sql: Reader, scope: ProjectScope, taskId: Id): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    with recursive way as (
      select t.id, t.project_id, t.number from task t
        where t.moved_to = ${taskId} and t.moved_to_project = ${scope.projectId}
      union
      select t.id, t.project_id, t.number from way w
        join task t on t.moved_to = w.id and t.moved_to_project = w.project_id
    )
    select p.key || '-' || w.number as key from way w join project p on p.id = w.project_id`
  return rows.map((row) => row.key)
}

/** What a task holds itself and what others hold to it, each seen from this task. */
async function tiesOf(
  sql: Reader,
  scope: ProjectScope,
  taskId: Id,
  key: string,
  links: string[],
): Promise<Tie[]> {
  const own = links.map(parseLink).filter(({ kind }) => kind !== 'parent')
  const former = await formerKeys(sql, scope, taskId)
  const [known, held] = await Promise.all([
    tasksByKey(
      sql,
      scope,
      own.map((each) => each.target),
    ),
    sql<Row[]>`
      select l.kind, ${relatedColumns(sql)}
      from link l join task t on t.id = l.task_id and t.project_id = l.project_id
      join project p on p.id = t.project_id
      join status s on s.project_id = t.project_id and s.id = t.status_id
      where l.workspace_id = ${scope.workspaceId} and l.target = any(${[key, ...former]})
        and t.moved_to is null and l.kind <> 'parent'
      order by p.key, t.number limit ${MOST_TIES}`,
  ])
  const ties = new Map<string, Tie>()
  const tie = (kind: string, other: string, task: Related | null) => {
    const known = ties.get(`${kind} ${other}`)
    if (known) return known
    const made: Tie = { kind, key: other, task, held: { here: false, there: false } }
    ties.set(`${kind} ${other}`, made)
    return made
  }
  for (const { kind, target } of own) {
    const task = known.get(target) ?? null
    tie(kind, task?.key ?? target, task).held.here = true
  }
  for (const row of held) {
    const task = toRelated(row)
    tie(reversed(String(row.kind)), task.key, task).held.there = true
  }
  return [...ties.values()]
}
