import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { isAnyOf } from '@/db/isAnyOf'
import { task } from '@/db/schema/project'
import { swimlaneCount } from '@/db/schema/sprint'
import { statementBuilder } from '@/db/statementBuilder'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import {
  NO_SWIMLANE,
  type SwimlaneCounts,
  type SwimlaneGrouping,
  type SwimlanesData,
} from '@/domain/views/swimlanes'
import type { ProjectScope } from '@/server/access/scope'
import { passesFilter } from './boardFilter'
import { readSnapshot } from './snapshot'
import { swimlaneIdSql } from './swimlaneSql'

/**
 * Returns the number of matching tasks in each swimlane and status: parents in backlog order, other
 * swimlanes by id. Without a filter it reads the stored counts, so the cost does not depend on the
 * number of tasks.
 */
export async function loadSwimlanes(
  scope: ProjectScope,
  by: SwimlaneGrouping,
  filter: BoardFilter | null,
): Promise<SwimlanesData> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) => {
    const rows = await (filter && !isEmptyFilter(filter)
      ? countMatching(db, scope, by, filter)
      : STORED_COUNTS(db, { projectId: scope.projectId, groupBy: by }))
    const found = new Map<string, SwimlaneCounts['counts']>()
    for (const { swimlane, statusId, count } of rows) {
      found.set(swimlane, { ...found.get(swimlane), [statusId]: count })
    }
    const parents = by === 'epic' ? await selectSwimlaneParents(db, scope, [...found.keys()]) : []
    const parentSwimlanes = parents.map(({ id, ...parent }) => ({
      id,
      parent,
      counts: found.get(id) ?? {},
    }))
    const otherSwimlanes = [...found].filter(([id]) => !parents.some((parent) => parent.id === id))
    return [
      ...parentSwimlanes,
      ...otherSwimlanes.map(([id, counts]) => ({ id, parent: null, counts })),
    ]
  })
  return { seq, swimlanes: data }
}

/** The counts that the write path maintains. */
const STORED_COUNTS = compileSelect(
  statementBuilder
    .select({
      swimlane: swimlaneCount.swimlane,
      statusId: swimlaneCount.statusId,
      count: swimlaneCount.tasks,
    })
    .from(swimlaneCount)
    .where(
      and(
        eq(swimlaneCount.projectId, sql.placeholder('projectId')),
        eq(swimlaneCount.groupBy, sql.placeholder('groupBy')),
        gt(swimlaneCount.tasks, 0),
      ),
    )
    .orderBy(swimlaneCount.swimlane, swimlaneCount.statusId),
)

/** Counts the matching tasks, reading every task of the project. */
async function countMatching(
  db: Queryable,
  scope: ProjectScope,
  by: SwimlaneGrouping,
  filter: BoardFilter,
) {
  const matching = db
    .select({ statusId: task.statusId, swimlane: swimlaneIdSql(by).as('swimlane') })
    .from(task)
    .where(
      and(
        eq(task.projectId, scope.projectId),
        isNull(task.archivedAt),
        passesFilter(filter, scope.projectKey),
      ),
    )
    .as('matching')
  return db
    .select({
      swimlane: sql<string>`${matching.swimlane}`,
      statusId: matching.statusId,
      count: sql<number>`count(*)::int`,
    })
    .from(matching)
    .where(isNotNull(matching.swimlane))
    .groupBy(matching.swimlane, matching.statusId)
    .orderBy(matching.swimlane, matching.statusId)
}

/** Returns the parents that give the swimlanes their names, in backlog order. */
async function selectSwimlaneParents(db: Queryable, scope: ProjectScope, ids: string[]) {
  const parentIds = ids.filter((id) => id !== NO_SWIMLANE)
  const parents = await PARENTS(db, { projectId: scope.projectId, ids: parentIds })
  return parents.map(({ id, number, title }) => ({
    id,
    title,
    key: `${scope.projectKey}-${number}`,
  }))
}

const PARENTS = compileSelect(
  statementBuilder
    .select({ id: task.id, number: task.number, title: task.title })
    .from(task)
    .where(
      and(
        eq(task.projectId, sql.placeholder('projectId')),
        isAnyOf(task.id, sql.placeholder('ids')),
      ),
    )
    .orderBy(task.backlogRank, task.number),
)
