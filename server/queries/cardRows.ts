import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Card, ColumnCards } from '@/domain/views/board'

/** The number of cards per column that a board opens with, and that each further page contains. */
export const FIRST_CARDS_PER_COLUMN = 30
export const CARDS_PER_PAGE = 60

/**
 * Groups ordered cards by column and keeps `limit` of each; an additional card means that more
 * follow.
 */
export function groupByColumn(statusIds: StatusId[], cards: Card[], limit: number): ColumnCards[] {
  const cardsByStatus = new Map<StatusId, Card[]>(statusIds.map((id) => [id, []]))
  for (const card of cards) cardsByStatus.get(card.statusId)?.push(card)
  return [...cardsByStatus].map(([statusId, cards]) => ({
    statusId,
    cards: cards.slice(0, limit),
    complete: cards.length <= limit,
  }))
}

/** Returns the ids of all people on the cards. */
export function peopleOnCards(cards: Card[]): Id[] {
  return [...new Set(cards.flatMap((card) => [card.reporter, ...card.assignees]))]
}
