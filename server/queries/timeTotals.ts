import { and, arrayContains, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { rawQuery } from '@/db/rawQuery'
import { task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** Times in seconds: logged, remaining and originally estimated. */
export interface TimeTrackingSums {
  spent: number
  remaining: number
  original: number
  /** The number of tasks that are added up. */
  tasks: number
}

/** The tasks to add up: a task with its descendants, a sprint or a version. */
export type TimeTotalsSubject = { taskId: Id } | { sprintId: Id } | { versionId: Id }

const ZERO_SUMS: TimeTrackingSums = { spent: 0, remaining: 0, original: 0, tasks: 0 }

/**
 * Returns the time of a task (`own`) and of the task with all its descendants (`all`), or of the
 * tasks of a sprint or a version with their descendants. Archived tasks count with their logged
 * time but no remaining estimate. Transferred tasks count only in their target project.
 */
export async function loadTimeTotals(
  scope: ProjectScope,
  subject: TimeTotalsSubject,
): Promise<{ own: TimeTrackingSums; all: TimeTrackingSums }> {
  const { db } = database()
  const { projectId } = scope
  const member = alias(task, 'member')
  const child = alias(task, 'child')
  const isFirst = sql<boolean>`is_first`.as('is_first')
  // Uses the index on parents at each level. While statistics lag behind an import, a plain join
  // would read the whole project at each level. `union` counts each task only once.
  const tasksWithDescendants = rawQuery(
    db,
    { id: task.id, isFirst },
    () => sql`
      with recursive ${member} as (
        select ${task.id}, true as is_first from ${task}
          where ${and(eq(task.projectId, projectId), isRootOf(subject))}
        union
        select ${child.id}, false from ${member}
        cross join lateral (
          select * from ${task}
          where ${task.parentId} = ${member.id} and (${task.projectId} = ${projectId}) is true
          offset 0) ${child}
      )
      select distinct on (${member.id}) ${member.id}, is_first
      from ${member} order by ${member.id}, is_first desc`,
  )
  const counted = db
    .select()
    .from(task)
    .where(
      and(
        eq(task.id, tasksWithDescendants.id),
        eq(task.projectId, projectId),
        isNull(task.movedTo),
      ),
    )
    .limit(1)
    .as('task')
  const [sums] = await db
    .with(tasksWithDescendants)
    .select({ own: timeSums(sql`${tasksWithDescendants.isFirst}`), all: timeSums(sql`true`) })
    .from(tasksWithDescendants)
    .crossJoinLateral(counted)
  return sums ?? { own: ZERO_SUMS, all: ZERO_SUMS }
}

function isRootOf(subject: TimeTotalsSubject): SQL | undefined {
  if ('taskId' in subject) return eq(task.id, subject.taskId)
  if ('sprintId' in subject) return eq(task.sprintId, subject.sprintId)
  // The first condition makes the partial index on versions usable.
  return and(hasFixVersions, arrayContains(task.fixVersions, [subject.versionId]))
}

/** The condition of the partial index on versions. */
export const hasFixVersions = sql`${task.fixVersions} <> '{}'`

function timeSums(which: SQL) {
  const sumOf = (value: SQL) =>
    sql<number>`coalesce(sum(${value}) filter (where ${which}), 0)::float8`
  return {
    spent: sumOf(sql`${task.timeSpent}`),
    remaining: sumOf(sql`case when ${task.archivedAt} is null then ${task.remainingEstimate} end`),
    original: sumOf(sql`${task.originalEstimate}`),
    tasks: sql<number>`(count(*) filter (where ${which}))::int`,
  }
}
