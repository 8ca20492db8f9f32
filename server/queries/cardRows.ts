import { CARD_COLUMNS, type Row, toTask } from '@/db/rows'
import type { Id, Role, StatusId } from '@/domain/kernel/primitives'
import type { Card, ColumnCards, Person } from '@/domain/views/board'
import type { SqlReader } from './snapshot'

/** Cards of one column that a board opens with, and that each further page brings. */
export const FIRST_CARDS_PER_COLUMN = 30
export const CARDS_PER_PAGE = 60

/** The columns of `task` that make a card, under an alias. */
export function cardColumns(sql: SqlReader, alias = 't') {
  const names = CARD_COLUMNS.map((name) => `${alias}.${name}`)
  return sql.unsafe(names.join(', '))
}

/** A row of `task` as a card. */
export function toCard(row: Row): Card {
  const { description: _, ...card } = toTask(row)
  return card
}

/** Rows of several columns, in order, sorted into their columns; one more than `limit` means more. */
export function groupByColumn(statusIds: StatusId[], rows: Row[], limit: number): ColumnCards[] {
  const cardsByStatus = new Map<StatusId, Card[]>(statusIds.map((id) => [id, []]))
  for (const row of rows) cardsByStatus.get(String(row.status_id))?.push(toCard(row))
  return [...cardsByStatus].map(([statusId, cards]) => ({
    statusId,
    cards: cards.slice(0, limit),
    complete: cards.length <= limit,
  }))
}

/** Everybody whom the cards name. */
export function peopleOnCards(cards: Card[]): Id[] {
  return [...new Set(cards.flatMap((card) => [card.reporter, ...card.assignees]))]
}

/** A row of `person` as screens name them. */
export function toPerson(row: Row): Person {
  return {
    id: String(row.id),
    name: String(row.name),
    role: row.role as Role,
    placeholder: row.account_id === null,
  }
}
