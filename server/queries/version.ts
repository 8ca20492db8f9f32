import type { FixVersion } from '@/domain/catalog/catalog'
import {
  type CountedVersion,
  NO_TIME,
  NO_WORK,
  type OpenedVersion,
  type VersionList,
  type VersionTask,
} from '@/domain/catalog/figures'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toFixVersion } from '@/server/log/rows'
import { peopleById } from './people'
import { type Reader, snapshot } from './snapshot'

/** So many tasks of each category are listed. */
const MOST = 500

/** The project's versions, whatever their state, with how far each is. */
export async function versions(scope: ProjectScope): Promise<VersionList> {
  const { seq, data } = await snapshot(scope.projectId, (sql) => counted(sql, scope, null))
  return { seq, versions: data }
}

/** A version with its tasks; null when the project has no such version. */
export async function openedVersion(
  scope: ProjectScope,
  versionId: Id,
): Promise<OpenedVersion | null> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [found, tasks] = await Promise.all([
      counted(sql, scope, versionId),
      tasksOf(sql, scope, versionId),
    ])
    const [version] = found
    if (!version) return null
    const named = [...new Set(tasks.flatMap((task) => task.assignees))]
    return { version, tasks, people: await peopleById(sql, scope, named) }
  })
  return data && { seq, ...data }
}

// Written so that tasks are met by the indexes of their versions, parents and ids: where statistics
// lag behind an import, a plain join would read all of the project for each of them.
async function counted(
  sql: Reader,
  { projectId }: ProjectScope,
  versionId: Id | null,
): Promise<CountedVersion[]> {
  const which = versionId ? sql`and v.id = ${versionId}` : sql``
  const [rows, sums] = await Promise.all([
    sql<Row[]>`
      select * from fix_version v
      where v.project_id = ${projectId} and v.removed_at is null ${which} order by v.id`,
    sql<({ id: Id } & CountedVersion['work'] & CountedVersion['time'])[]>`
      with recursive family as (
        select v.id as version_id, t.id, true as first from fix_version v
          join task t on t.fix_versions <> '{}' and t.fix_versions @> array[v.id]
            and (t.project_id = v.project_id) is true
          where v.project_id = ${projectId} and v.removed_at is null ${which}
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
        ${inCategory('todo')}, ${inCategory('in_progress')}, ${inCategory('done')},
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
  const sumsOf = new Map(sums.map((row) => [row.id, row]))
  return rows.map(toFixVersion).map((version) => withSums(version, sumsOf.get(version.id)))

  function inCategory(category: keyof CountedVersion['work']) {
    return sql`(count(*) filter (
      where each.first and t.archived_at is null and s.category = ${category}))::int
      as ${sql(category)}`
  }
}

function withSums(
  version: FixVersion,
  sums: (CountedVersion['work'] & CountedVersion['time']) | undefined,
): CountedVersion {
  if (!sums) return { ...version, work: NO_WORK, time: NO_TIME }
  const { todo, in_progress, done, spent, remaining, original } = sums
  return { ...version, work: { todo, in_progress, done }, time: { spent, remaining, original } }
}

async function tasksOf(
  sql: Reader,
  { projectId }: ProjectScope,
  versionId: Id,
): Promise<VersionTask[]> {
  const rows = await sql<VersionTask[]>`
    select id, number, title, type, status_id as "statusId", category, assignees, estimate,
      original_estimate as "originalEstimate", time_spent as "timeSpent"
    from (
      select t.*, s.category,
        row_number() over (partition by s.category order by t.plan_rank) as place
      from task t join status s on s.project_id = t.project_id and s.id = t.status_id
      where t.fix_versions <> '{}' and t.fix_versions @> array[${versionId}::uuid]
        and (t.project_id = ${projectId}) is true and t.archived_at is null
    ) t
    where place <= ${MOST} order by plan_rank`
  return rows.map((row) => ({ ...row }))
}
