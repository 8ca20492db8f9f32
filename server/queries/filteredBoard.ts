import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { cardColumns } from '@/db/rowColumns'
import { task } from '@/db/schema/project'
import { swimlaneCount } from '@/db/schema/sprint'
import { statementBuilder } from '@/db/statementBuilder'
import type { StatusId } from '@/domain/kernel/primitives'
import {
  type BoardFilter,
  type Card,
  type FilteredBoard,
  isEmptyFilter,
} from '@/domain/views/board'
import type { Swimlane } from '@/domain/views/swimlanes'
import type { ProjectScope } from '@/server/access/scope'
import { isAfterRank, selectStatuses, withPeopleOnCards } from './board'
import { passesFilter } from './boardFilter'
import { CARDS_PER_PAGE, FIRST_CARDS_PER_COLUMN, groupByColumn } from './cardRows'
import { readSnapshot } from './snapshot'
import {
  isInSwimlaneOf,
  type SwimlaneKind,
  swimlaneKind,
  swimlaneOrder,
  swimlaneValue,
} from './swimlaneSql'

/** Returns the first matching cards of each column, and the number of matching cards. */
export async function loadFilteredBoard(
  scope: ProjectScope,
  filter: BoardFilter,
): Promise<FilteredBoard> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) => {
    const [statuses, rows] = await Promise.all([
      selectStatuses(db, scope.projectId),
      selectFirstMatching(db, scope, filter),
    ])
    const counts = new Map(rows.map(({ card, count }) => [card.statusId, count]))
    const ids = statuses.filter((each) => !each.removedAt).map((each) => each.id)
    const found = rows.map((row) => row.card)
    const columns = groupByColumn(ids, found, FIRST_CARDS_PER_COLUMN).map((column) => ({
      ...column,
      count: counts.get(column.statusId) ?? 0,
    }))
    const cards = columns.flatMap((column) => column.cards)
    return { columns, people: await withPeopleOnCards(db, scope, [], cards) }
  })
  return { seq, ...data }
}

/**
 * Returns the first matching cards of each column in rank order, each with the `count` of its
 * column. One more card than a board shows means that more follow.
 */
async function selectFirstMatching(db: Queryable, scope: ProjectScope, filter: BoardFilter) {
  const { swimlane, ...rest } = filter
  if (swimlane && isEmptyFilter(rest)) return selectFirstOfSwimlane(db, scope, swimlane)
  // Has the name of the table, so that the table's columns refer to it.
  const matching = db
    .select({
      ...cardColumns,
      rowNumber: sql<number>`row_number() over (
        partition by ${task.statusId} order by ${task.rank}, ${task.number})`.as('row_number'),
      count: sql<number>`count(*) over (partition by ${task.statusId})::int`.as('count'),
    })
    .from(task)
    .where(
      and(
        eq(task.projectId, scope.projectId),
        isNull(task.archivedAt),
        passesFilter(filter, scope.projectKey),
      ),
    )
    .as('task')
  return db
    .select({ card: cardColumns, count: matching.count })
    .from(matching)
    .where(lte(matching.rowNumber, FIRST_CARDS_PER_COLUMN + 1))
    .orderBy(matching.rowNumber)
}

/**
 * Returns the first cards of each column for a filter by swimlane alone. Uses the stored counts, so
 * the cost does not depend on the number of tasks.
 */
async function selectFirstOfSwimlane(
  db: Queryable,
  { projectId }: ProjectScope,
  swimlane: Swimlane,
) {
  const { groupBy, id } = swimlane
  const values = { projectId, groupBy, id, value: swimlaneValue(swimlane) }
  const rows = await FIRST_OF_SWIMLANE[swimlaneKind(swimlane)](db, values)
  return rows.map(({ count, ...card }) => ({ card, count }))
}

function compileFirstOfSwimlane(kind: SwimlaneKind) {
  const projectId = sql.placeholder('projectId')
  const firstOfStatus = statementBuilder
    .select(cardColumns)
    .from(task)
    .where(
      and(
        eq(task.projectId, projectId),
        eq(task.statusId, swimlaneCount.statusId),
        isNull(task.archivedAt),
        isInSwimlaneOf(kind, sql.placeholder('value')),
      ),
    )
    .orderBy(...swimlaneOrder(kind))
    .limit(FIRST_CARDS_PER_COLUMN + 1)
    .as('task')
  const cells = statementBuilder
    .select({ ...cardColumns, count: swimlaneCount.tasks })
    .from(swimlaneCount)
    .crossJoinLateral(firstOfStatus)
    .where(
      and(
        eq(swimlaneCount.projectId, projectId),
        eq(swimlaneCount.groupBy, sql.placeholder('groupBy')),
        eq(swimlaneCount.swimlane, sql.placeholder('id')),
        gt(swimlaneCount.tasks, 0),
      ),
    )
  return compileSelect(cells)
}

const FIRST_OF_SWIMLANE = {
  person: compileFirstOfSwimlane('person'),
  epic: compileFirstOfSwimlane('epic'),
  noEpic: compileFirstOfSwimlane('noEpic'),
  priority: compileFirstOfSwimlane('priority'),
} satisfies Record<SwimlaneKind, unknown>

/** Returns the next matching cards of a column after a position (from the top when null). */
export async function loadFilteredColumnPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await readSnapshot(scope.projectId, async (db) =>
    db
      .select(cardColumns)
      .from(task)
      .where(
        and(
          eq(task.projectId, scope.projectId),
          eq(task.statusId, statusId),
          isNull(task.archivedAt),
          isAfterRank(after),
          passesFilter(filter, scope.projectKey),
        ),
      )
      .orderBy(
        ...(filter.swimlane
          ? swimlaneOrder(swimlaneKind(filter.swimlane))
          : [task.rank, task.number]),
      )
      .limit(CARDS_PER_PAGE + 1),
  )
  return { seq, cards: data.slice(0, CARDS_PER_PAGE), complete: data.length <= CARDS_PER_PAGE }
}
