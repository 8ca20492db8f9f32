import { type Row, toVersion } from '@/db/rows'
import type { Version } from '@/domain/component/componentsAndVersions'
import type { Id } from '@/domain/kernel/primitives'
import {
  NO_TASKS,
  NO_TIME,
  type VersionDetail,
  type VersionList,
  type VersionTask,
  type VersionWithTotals,
} from '@/domain/views/versions'
import type { ProjectScope } from '@/server/access/scope'
import { selectPeopleByIds } from './people'
import { readSnapshot, type SqlReader } from './snapshot'

/** So many tasks of each category are listed. */
const MAX_TASKS_PER_CATEGORY = 500

/** The project's versions, whatever their state, with how far each is. */
export async function loadVersions(scope: ProjectScope): Promise<VersionList> {
  const { seq, data } = await readSnapshot(scope.projectId, (sql) =>
    selectVersionsWithProgress(sql, scope, null),
  )
  return { seq, versions: data }
}

/** A version with its tasks; null when the project has no such version. */
export async function loadVersion(
  scope: ProjectScope,
  versionId: Id,
): Promise<VersionDetail | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [found, tasks] = await Promise.all([
      selectVersionsWithProgress(sql, scope, versionId),
      selectVersionTasks(sql, scope, versionId),
    ])
    const [version] = found
    if (!version) return null
    const assigneeIds = [...new Set(tasks.flatMap((task) => task.assignees))]
    return { version, tasks, people: await selectPeopleByIds(sql, scope, assigneeIds) }
  })
  return data && { seq, ...data }
}

// Written so that tasks are met by the indexes of their versions, parents and ids: where statistics
// lag behind an import, a plain join would read all of the project for each of them.
async function selectVersionsWithProgress(
  sql: SqlReader,
  { projectId }: ProjectScope,
  versionId: Id | null,
): Promise<VersionWithTotals[]> {
  const versionCondition = versionId ? sql`and v.id = ${versionId}` : sql``
  const [rows, sums] = await Promise.all([
    sql<Row[]>`
      select * from project_version v
      where v.project_id = ${projectId} and v.removed_at is null ${versionCondition} order by v.id`,
    sql<({ id: Id } & VersionWithTotals['taskCounts'] & VersionWithTotals['time'])[]>`
      with recursive family as (
        select v.id as version_id, t.id, true as first from project_version v
          join task t on t.fix_versions <> '{}' and t.fix_versions @> array[v.id]
            and (t.project_id = v.project_id) is true
          where v.project_id = ${projectId} and v.removed_at is null ${versionCondition}
        union
        select f.version_id, t.id, false from family f
          cross join lateral (
            select id from task
            where parent_id = f.id and (project_id = ${projectId}) is true offset 0) t
      ), each as (
        select distinct on (version_id, id) version_id, id, first
        from family order by version_id, id, first desc
      )
      select each.version_id as id,
        ${countInCategory('todo')}, ${countInCategory('in_progress')}, ${countInCategory('done')},
        coalesce(sum(t.time_spent), 0)::float8 as spent,
        coalesce(sum(t.remaining_estimate) filter (where t.archived_at is null), 0)::float8
          as remaining,
        coalesce(sum(t.original_estimate), 0)::float8 as original
      from each cross join lateral (
        select * from task
        where id = each.id and project_id = ${projectId} and moved_to is null offset 0) t
      join status s on s.project_id = t.project_id and s.id = t.status_id
      group by each.version_id`,
  ])
  const totalsById = new Map(sums.map((row) => [row.id, row]))
  return rows.map(toVersion).map((version) => withTotals(version, totalsById.get(version.id)))

  function countInCategory(category: keyof VersionWithTotals['taskCounts']) {
    return sql`(count(*) filter (
      where each.first and t.archived_at is null and s.category = ${category}))::int
      as ${sql(category)}`
  }
}

function withTotals(
  version: Version,
  sums: (VersionWithTotals['taskCounts'] & VersionWithTotals['time']) | undefined,
): VersionWithTotals {
  if (!sums) return { ...version, taskCounts: NO_TASKS, time: NO_TIME }
  const { todo, in_progress, done, spent, remaining, original } = sums
  return {
    ...version,
    taskCounts: { todo, in_progress, done },
    time: { spent, remaining, original },
  }
}

async function selectVersionTasks(
  sql: SqlReader,
  { projectId }: ProjectScope,
  versionId: Id,
): Promise<VersionTask[]> {
  const rows = await sql<VersionTask[]>`
    select id, number, title, type, status_id as "statusId", category, assignees, estimate,
      original_estimate as "originalEstimate", time_spent as "timeSpent"
    from (
      select t.*, s.category,
        row_number() over (partition by s.category order by t.backlog_rank) as place
      from task t join status s on s.project_id = t.project_id and s.id = t.status_id
      where t.fix_versions <> '{}' and t.fix_versions @> array[${versionId}::uuid]
        and (t.project_id = ${projectId}) is true and t.archived_at is null
    ) t
    where place <= ${MAX_TASKS_PER_CATEGORY} order by backlog_rank`
  return rows.map((row) => ({ ...row }))
}
