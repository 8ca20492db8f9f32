import type { KnownCard } from '@/app/_client/store/types'

/** Letters that surely fit on one line of a card. */
const LETTERS = 36
const ONE_LINE = 94
const LINE = 20

/** About how high a card will be, in px, before it is drawn and measured. */
export function estimatedHeight(card: KnownCard | undefined): number {
  return ONE_LINE + (card && card.title.length > LETTERS ? LINE : 0)
}
