import { and, arrayContains, eq, isNull, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import { rawQuery } from '@/db/rawQuery'
import { versionColumns } from '@/db/rowColumns'
import { projectVersion } from '@/db/schema/componentsAndVersions'
import { status, task } from '@/db/schema/project'
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
import { isStatusOfTask } from './relatedTasks'
import { readSnapshot } from './snapshot'
import { hasFixVersions } from './timeTotals'

/** The number of tasks that are listed per status category. */
const MAX_TASKS_PER_CATEGORY = 500

/** Returns all versions of the project in any state, with their progress. */
export async function loadVersions(scope: ProjectScope): Promise<VersionList> {
  const { seq, data } = await readSnapshot(scope.projectId, (db) =>
    selectVersionsWithProgress(db, scope, null),
  )
  return { seq, versions: data }
}

/** Returns a version with its tasks; null when the project has no such version. */
export async function loadVersion(
  scope: ProjectScope,
  versionId: Id,
): Promise<VersionDetail | null> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) => {
    const [found, tasks] = await Promise.all([
      selectVersionsWithProgress(db, scope, versionId),
      selectVersionTasks(db, scope, versionId),
    ])
    const [version] = found
    if (!version) return null
    const assigneeIds = [...new Set(tasks.flatMap((task) => task.assignees))]
    return { version, tasks, people: await selectPeopleByIds(db, scope, assigneeIds) }
  })
  return data && { seq, ...data }
}

// Written so that the indexes on versions, parents and ids are used. While statistics lag behind an
// import, the planner would answer a plain join with one scan of the project per row.
async function selectVersionsWithProgress(
  db: Queryable,
  { projectId }: ProjectScope,
  versionId: Id | null,
): Promise<VersionWithTotals[]> {
  const isSelected = and(
    eq(projectVersion.projectId, projectId),
    isNull(projectVersion.removedAt),
    versionId ? eq(projectVersion.id, versionId) : undefined,
  )
  const member = alias(task, 'member')
  const child = alias(task, 'child')
  const versionTasks = rawQuery(
    db,
    {
      versionId: sql<Id>`version_id`.as('version_id'),
      id: task.id,
      isFirst: sql<boolean>`is_first`.as('is_first'),
    },
    () => sql`
      with recursive ${member} as (
        select ${projectVersion.id} as version_id, ${task.id}, true as is_first
          from ${projectVersion}
          join ${task} on ${hasFixVersions} and ${task.fixVersions} @> array[${projectVersion.id}]
            and (${task.projectId} = ${projectVersion.projectId}) is true
          where ${isSelected}
        union
        select member.version_id, ${child.id}, false from ${member}
          cross join lateral (
            select * from ${task}
            where ${task.parentId} = ${member.id} and (${task.projectId} = ${projectId}) is true
            offset 0) ${child}
      )
      select distinct on (version_id, ${member.id}) version_id, ${member.id}, is_first
      from ${member} order by version_id, ${member.id}, is_first desc`,
  )
  const counted = db
    .select()
    .from(task)
    .where(and(eq(task.id, versionTasks.id), eq(task.projectId, projectId), isNull(task.movedTo)))
    .limit(1)
    .as('task')
  const countOf = (category: keyof VersionWithTotals['taskCounts']) =>
    sql<number>`(count(*) filter (where ${versionTasks.isFirst} and ${task.archivedAt} is null
      and ${status.category} = ${category}))::int`
  const [versions, sums] = await Promise.all([
    db.select(versionColumns).from(projectVersion).where(isSelected).orderBy(projectVersion.id),
    db
      .with(versionTasks)
      .select({
        versionId: versionTasks.versionId,
        taskCounts: {
          todo: countOf('todo'),
          in_progress: countOf('in_progress'),
          done: countOf('done'),
        },
        time: {
          spent: sql<number>`coalesce(sum(${task.timeSpent}), 0)::float8`,
          remaining: sql<number>`coalesce(sum(${task.remainingEstimate})
            filter (where ${task.archivedAt} is null), 0)::float8`,
          original: sql<number>`coalesce(sum(${task.originalEstimate}), 0)::float8`,
        },
      })
      .from(versionTasks)
      .crossJoinLateral(counted)
      .innerJoin(status, isStatusOfTask)
      .groupBy(versionTasks.versionId),
  ])
  const totals = new Map(sums.map(({ versionId, ...each }) => [versionId, each]))
  return versions.map((version) => ({
    ...version,
    ...(totals.get(version.id) ?? { taskCounts: NO_TASKS, time: NO_TIME }),
  }))
}

async function selectVersionTasks(
  db: Queryable,
  { projectId }: ProjectScope,
  versionId: Id,
): Promise<VersionTask[]> {
  const ranked = db
    .select({
      id: task.id,
      number: task.number,
      title: task.title,
      type: task.type,
      statusId: task.statusId,
      category: status.category,
      assignees: task.assignees,
      estimate: task.estimate,
      originalEstimate: task.originalEstimate,
      timeSpent: task.timeSpent,
      backlogRank: task.backlogRank,
      rowNumber: sql<number>`row_number() over (
        partition by ${status.category} order by ${task.backlogRank})`.as('row_number'),
    })
    .from(task)
    .innerJoin(status, isStatusOfTask)
    .where(
      and(
        hasFixVersions,
        arrayContains(task.fixVersions, [versionId]),
        sql`(${task.projectId} = ${projectId}) is true`,
        isNull(task.archivedAt),
      ),
    )
    .as('ranked')
  const rows = await db
    .select()
    .from(ranked)
    .where(lte(ranked.rowNumber, MAX_TASKS_PER_CATEGORY))
    .orderBy(ranked.backlogRank)
  return rows.map(({ rowNumber: _rowNumber, backlogRank: _rank, ...each }) => each)
}
