import { and, arrayContains, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { rawQuery } from '@/db/rawQuery'
import { task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** Seconds: logged, estimated to be left, and as first thought. */
export interface TimeTrackingSums {
  spent: number
  remaining: number
  original: number
  /** How many tasks that is. */
  tasks: number
}

/** What to add up: all that stands below a task, a sprint, or a version. */
export type TimeTotalsSubject = { taskId: Id } | { sprintId: Id } | { versionId: Id }

const NOTHING: TimeTrackingSums = { spent: 0, remaining: 0, original: 0, tasks: 0 }

/**
 * The time of a task (its own) with everything below it, or of a sprint's or a version's tasks with
 * everything below them. Archived tasks count what was logged on them, and have nothing left; what
 * has gone to another project counts there alone.
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
  // Walked down by the index of parents, also where statistics lag behind an import and a plain join
  // would read all of the project each time; `union` counts a task once that is met twice.
  const family = rawQuery(
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
    .where(and(eq(task.id, family.id), eq(task.projectId, projectId), isNull(task.movedTo)))
    .limit(1)
    .as('task')
  const [sums] = await db
    .with(family)
    .select({ own: timeSums(sql`${family.isFirst}`), all: timeSums(sql`true`) })
    .from(family)
    .crossJoinLateral(counted)
  return sums ?? { own: NOTHING, all: NOTHING }
}

function isRootOf(subject: TimeTotalsSubject): SQL | undefined {
  if ('taskId' in subject) return eq(task.id, subject.taskId)
  if ('sprintId' in subject) return eq(task.sprintId, subject.sprintId)
  // The first condition is what the index on versions asks for.
  return and(hasFixVersions, arrayContains(task.fixVersions, [subject.versionId]))
}

/** As the index on versions says it. */
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
