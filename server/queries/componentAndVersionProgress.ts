import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'
import type { ProjectScope } from '@/server/access/scope'
import { readSnapshot } from './snapshot'

/** The tasks of every component and version of a project, by its id; archived ones do not count. */
export async function loadComponentAndVersionProgress(
  scope: ProjectScope,
): Promise<{ seq: number; progress: Record<Id, ChildProgress> }> {
  const { seq, data } = await readSnapshot(
    scope.projectId,
    (sql) => sql<(ChildProgress & { id: Id })[]>`
      select tag.id, count(*)::int as total,
        (count(*) filter (where s.category = 'done'))::int as done,
        coalesce(sum(t.estimate), 0)::float8 as "totalPoints",
        coalesce(sum(t.estimate) filter (where s.category = 'done'), 0)::float8 as "donePoints"
      from (
        select c.id, t.id as task_id from component c
          join task t on t.components <> '{}' and t.components @> array[c.id]
          where c.project_id = ${scope.projectId} and c.removed_at is null
            and (t.project_id = c.project_id) is true and t.archived_at is null
        union all
        select v.id, t.id from project_version v
          join task t on t.fix_versions <> '{}' and t.fix_versions @> array[v.id]
          where v.project_id = ${scope.projectId} and v.removed_at is null
            and (t.project_id = v.project_id) is true and t.archived_at is null
      ) tag
      cross join lateral (
        select * from task where id = tag.task_id and project_id = ${scope.projectId} offset 0) t
      join status s on s.project_id = t.project_id and s.id = t.status_id
      group by tag.id`,
  )
  return { seq, progress: Object.fromEntries(data.map(({ id, ...each }) => [id, each])) }
}
