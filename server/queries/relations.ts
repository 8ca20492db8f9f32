import type { Row } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import { inverseKind, parseLink } from '@/domain/task/link'
import type {
  ChildProgress,
  RelatedTask,
  ResolvedLink,
  TaskRelations,
} from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import {
  relatedTaskColumns,
  relatedTaskJoins,
  selectTasksByIds,
  selectTasksByKeys,
  toRelatedTask,
} from './relatedTasks'
import { readSnapshot, type SqlReader } from './snapshot'

const MAX_CHILDREN = 500
const MAX_LINKS = 500

/** How a task hangs together with others; null when the project has no such task. */
export async function loadRelations(
  scope: ProjectScope,
  taskId: Id,
): Promise<TaskRelations | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [tasks, children, progress] = await Promise.all([
      sql<Row[]>`select number, parent_id, links from task
        where project_id = ${scope.projectId} and id = ${taskId}`,
      selectChildren(sql, scope, taskId),
      selectChildProgress(sql, scope.projectId, [taskId]),
    ])
    const [task] = tasks
    if (!task) return null
    const parentId = task.parent_id as Id | null
    const [parents, links] = await Promise.all([
      selectTasksByIds(sql, scope, scope.projectId, parentId ? [parentId] : []),
      selectLinks(sql, scope, taskId, `${scope.projectKey}-${task.number}`, task.links as string[]),
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

/** How far the children of each task have come, by index; tasks without any are left out. */
export async function selectChildProgress(
  sql: SqlReader,
  projectId: Id,
  ids: readonly Id[],
): Promise<Map<Id, ChildProgress>> {
  const rows = await sql<(ChildProgress & { id: Id })[]>`
    select t.parent_id as id, count(*)::int as total,
      (count(*) filter (where s.category = 'done'))::int as done,
      coalesce(sum(t.estimate), 0)::float8 as "totalPoints",
      coalesce(sum(t.estimate) filter (where s.category = 'done'), 0)::float8 as "donePoints"
    from task t join status s on s.project_id = t.project_id and s.id = t.status_id
    where t.parent_id = any(${ids}) and t.project_id = ${projectId} and t.archived_at is null
    group by t.parent_id`
  return new Map(rows.map(({ id, ...progress }) => [id, progress]))
}

async function selectChildren(
  sql: SqlReader,
  scope: ProjectScope,
  taskId: Id,
): Promise<RelatedTask[]> {
  const rows = await sql<Row[]>`
    select ${relatedTaskColumns(sql)} from ${relatedTaskJoins(sql, scope)}
    where t.parent_id = ${taskId} and t.project_id = ${scope.projectId} and t.archived_at is null
    order by t.backlog_rank limit ${MAX_CHILDREN}`
  return rows.map(toRelatedTask)
}

/** The keys that a task had in projects it came from. */
async function selectFormerKeys(
  sql: SqlReader,
  scope: ProjectScope,
  taskId: Id,
): Promise<string[]> {
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
async function selectLinks(
  sql: SqlReader,
  scope: ProjectScope,
  taskId: Id,
  key: string,
  linkTexts: string[],
): Promise<ResolvedLink[]> {
  const ownLinks = linkTexts.map(parseLink).filter(({ kind }) => kind !== 'parent')
  const formerKeys = await selectFormerKeys(sql, scope, taskId)
  const [known, incomingRows] = await Promise.all([
    selectTasksByKeys(
      sql,
      scope,
      ownLinks.map((each) => each.target),
    ),
    sql<Row[]>`
      select l.kind, ${relatedTaskColumns(sql)}
      from link l join task t on t.id = l.task_id and t.project_id = l.project_id
      join project p on p.id = t.project_id
      join status s on s.project_id = t.project_id and s.id = t.status_id
      where l.workspace_id = ${scope.workspaceId} and l.target = any(${[key, ...formerKeys]})
        and t.moved_to is null and l.kind <> 'parent'
      order by p.key, t.number limit ${MAX_LINKS}`,
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
    linkFor(inverseKind(String(row.kind)), task.key, task).storedOn.otherTask = true
  }
  return [...linksByKey.values()]
}
