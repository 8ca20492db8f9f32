import type { ReplicaCard } from '@/app/_replica/replicaTypes'

/** Number of characters that certainly fit on one line of a card. */
const CHARACTERS_PER_LINE = 36
const ONE_LINE_HEIGHT = 94
const LINE_HEIGHT = 20

/** Returns the approximate height of a card in px, used until the card is drawn and measured. */
export function estimateCardHeight(card: ReplicaCard | undefined): number {
  return ONE_LINE_HEIGHT + (card && card.title.length > CHARACTERS_PER_LINE ? LINE_HEIGHT : 0)
}
