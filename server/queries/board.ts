import { database } from '@/db/client'
import { type Row, toConflict, toProject } from '@/db/rows'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { BoardData, Card, Person } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import {
  CARDS_PER_PAGE,
  cardColumns,
  FIRST_CARDS_PER_COLUMN,
  groupByColumn,
  peopleOnCards,
  toCard,
} from './cardRows'
import { selectMembers, selectPeopleByIds } from './people'
import { readSnapshot, type SqlReader } from './snapshot'

const MAX_CONFLICTS = 100

/**
 * A board to open with: exact counts, the first cards of each column, the people it names and what
 * the asker has to decide. Costs the same however many tasks there are: counts are kept, cards
 * come by index. `withCards: false` leaves columns and cards out, for screens that show none.
 */
export async function loadBoard(
  scope: ProjectScope,
  { withCards } = { withCards: true },
): Promise<BoardData> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [project, statuses, sprints, components, fixVersions, firstCards, conflicts, members] =
      await Promise.all([
        sql<Row[]>`select * from project where id = ${scope.projectId}`,
        sql<Row[]>`select * from status where project_id = ${scope.projectId} order by rank, id`,
        selectOpenSprints(sql, scope.projectId),
        sql<Row[]>`select * from component
        where project_id = ${scope.projectId} and removed_at is null order by id`,
        sql<Row[]>`select * from project_version
        where project_id = ${scope.projectId} and removed_at is null order by id`,
        withCards ? selectFirstCards(sql, scope.projectId) : [],
        selectOpenConflicts(sql, scope),
        selectMembers(sql, scope),
      ])
    const shownStatuses = withCards ? activeStatusIds(statuses) : []
    const columns = groupByColumn(shownStatuses, firstCards, FIRST_CARDS_PER_COLUMN)
    const cards = columns.flatMap((column) => column.cards)
    const people = await withPeopleOnCards(sql, scope, members, cards)
    const lists = { sprints, components, fixVersions }
    return { project: toProject(project[0] ?? {}, statuses, lists), columns, people, conflicts }
  })
  return { seq, ...data }
}

/** The cards with these ids that are in the project, wherever they stand. */
export async function loadCards(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; cards: Card[] }> {
  const { seq, data } = await readSnapshot(
    scope.projectId,
    (sql) =>
      sql<Row[]>`select ${cardColumns(sql)} from task t
        where t.project_id = ${scope.projectId} and t.id = any(${ids})`,
  )
  return { seq, cards: data.map(toCard) }
}

/** The next cards of a column, behind a position in it (from the top when null). */
export async function loadColumnPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await readSnapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select ${cardColumns(sql)} from task t
      where t.project_id = ${scope.projectId} and t.status_id = ${statusId}
        and t.archived_at is null ${afterRankSql(sql, after)}
      order by t.rank, t.number limit ${CARDS_PER_PAGE + 1}`,
  )
  const found = data.slice(0, CARDS_PER_PAGE).map(toCard)
  return { seq, cards: found, complete: data.length <= CARDS_PER_PAGE }
}

/** The condition that leads the index to a position and skips what stands at or before it. */
export function afterRankSql(sql: SqlReader, after: { rank: string; number: number } | null) {
  if (!after) return sql``
  return sql`and t.rank >= ${after.rank} and (t.rank > ${after.rank} or t.number > ${after.number})`
}

/** The people named by the cards, on top of those known already. */
export async function withPeopleOnCards(
  sql: SqlReader,
  scope: ProjectScope,
  known: Person[],
  cards: Card[],
): Promise<Person[]> {
  const ids = new Set(known.map((person) => person.id))
  const others = peopleOnCards(cards).filter((id) => !ids.has(id))
  return [...known, ...(await selectPeopleByIds(sql, scope, others))]
}

/** People of the workspace by their ids. */
export function loadPeople(scope: ProjectScope, ids: Id[]): Promise<Person[]> {
  return selectPeopleByIds(database().sql, scope, ids)
}

function selectFirstCards(sql: SqlReader, projectId: Id) {
  return sql<Row[]>`
    select c.* from status s cross join lateral (
      select ${cardColumns(sql)} from task t
      where t.project_id = ${projectId} and t.status_id = s.id and t.archived_at is null
      order by t.rank, t.number limit ${FIRST_CARDS_PER_COLUMN + 1}
    ) c where s.project_id = ${projectId} and s.removed_at is null`
}

/** The sprints that a screen can still do something with: not closed, not removed. */
export function selectOpenSprints(sql: SqlReader, projectId: Id) {
  return sql<Row[]>`
    select * from sprint where project_id = ${projectId} and state <> 'closed'
      and removed_at is null
    order by rank`
}

async function selectOpenConflicts(sql: SqlReader, scope: ProjectScope) {
  const rows = await sql<Row[]>`
    select body from conflict
    where person_id = ${scope.person.id} and project_id = ${scope.projectId}
      and resolved_at is null
    order by id limit ${MAX_CONFLICTS}`
  return rows.map(toConflict)
}

function activeStatusIds(statuses: Row[]): StatusId[] {
  return statuses.filter((row) => row.removed_at === null).map((row) => String(row.id))
}
