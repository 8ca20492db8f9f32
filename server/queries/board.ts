import { database } from '@/db/client'
import type { BoardData, Card, Person } from '@/domain/board'
import type { Id, StatusId } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toConflict, toProject } from '@/server/log/rows'
import { cardColumns, FIRST_CARDS, namedBy, PAGE_OF_CARDS, toCard, toColumns } from './boardRows'
import { members, peopleById } from './people'
import { type Reader, snapshot } from './snapshot'

const MOST_CONFLICTS = 100

/**
 * A board to open with: exact counts, the first cards of each column, the people it names and what
 * the asker has to decide. Costs the same however many tasks there are: counts are kept, cards
 * come by index.
 */
export async function board(scope: ProjectScope): Promise<BoardData> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [project, statuses, sprints, components, fixVersions, first, conflicts, everybody] =
      await Promise.all([
        sql<Row[]>`select * from project where id = ${scope.projectId}`,
        sql<Row[]>`select * from status where project_id = ${scope.projectId} order by rank, id`,
        openSprints(sql, scope.projectId),
        sql<Row[]>`select * from component
        where project_id = ${scope.projectId} and removed_at is null order by id`,
        sql<Row[]>`select * from fix_version
        where project_id = ${scope.projectId} and removed_at is null order by id`,
        firstCards(sql, scope.projectId),
        openConflicts(sql, scope),
        members(sql, scope),
      ])
    const columns = toColumns(liveIds(statuses), first, FIRST_CARDS)
    const cards = columns.flatMap((column) => column.cards)
    const people = await withNamed(sql, scope, everybody, cards)
    const lists = { sprints, components, fixVersions }
    return { project: toProject(project[0] ?? {}, statuses, lists), columns, people, conflicts }
  })
  return { seq, ...data }
}

/** The cards with these ids that are in the project, wherever they stand. */
export async function cards(
  scope: ProjectScope,
  ids: Id[],
): Promise<{ seq: number; cards: Card[] }> {
  const { seq, data } = await snapshot(
    scope.projectId,
    (sql) =>
      sql<Row[]>`select ${cardColumns(sql)} from task t
        where t.project_id = ${scope.projectId} and t.id = any(${ids})`,
  )
  return { seq, cards: data.map(toCard) }
}

/** The next cards of a column, behind a position in it (from the top when null). */
export async function columnPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await snapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select ${cardColumns(sql)} from task t
      where t.project_id = ${scope.projectId} and t.status_id = ${statusId}
        and t.archived_at is null ${behind(sql, after)}
      order by t.rank, t.number limit ${PAGE_OF_CARDS + 1}`,
  )
  const found = data.slice(0, PAGE_OF_CARDS).map(toCard)
  return { seq, cards: found, complete: data.length <= PAGE_OF_CARDS }
}

/** The condition that leads the index to a position and skips what stands at or before it. */
export function behind(sql: Reader, after: { rank: string; number: number } | null) {
  if (!after) return sql``
  return sql`and t.rank >= ${after.rank} and (t.rank > ${after.rank} or t.number > ${after.number})`
}

/** The people named by the cards, on top of those known already. */
export async function withNamed(
  sql: Reader,
  scope: ProjectScope,
  known: Person[],
  named: Card[],
): Promise<Person[]> {
  const ids = new Set(known.map((person) => person.id))
  const others = namedBy(named).filter((id) => !ids.has(id))
  return [...known, ...(await peopleById(sql, scope, others))]
}

/** People of the workspace by their ids. */
export function people(scope: ProjectScope, ids: Id[]): Promise<Person[]> {
  return peopleById(database().sql, scope, ids)
}

function firstCards(sql: Reader, projectId: Id) {
  return sql<Row[]>`
    select c.* from status s cross join lateral (
      select ${cardColumns(sql)} from task t
      where t.project_id = ${projectId} and t.status_id = s.id and t.archived_at is null
      order by t.rank, t.number limit ${FIRST_CARDS + 1}
    ) c where s.project_id = ${projectId} and s.removed_at is null`
}

/** The sprints that a screen can still do something with: not closed, not removed. */
export function openSprints(sql: Reader, projectId: Id) {
  return sql<Row[]>`
    select * from sprint where project_id = ${projectId} and state <> 'closed'
      and removed_at is null
    order by rank`
}

async function openConflicts(sql: Reader, scope: ProjectScope) {
  const rows = await sql<Row[]>`
    select body from conflict
    where person_id = ${scope.person.id} and project_id = ${scope.projectId}
      and resolved_at is null
    order by id limit ${MOST_CONFLICTS}`
  return rows.map(toConflict)
}

function liveIds(statuses: Row[]): StatusId[] {
  return statuses.filter((row) => row.removed_at === null).map((row) => String(row.id))
}
