import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The places to draw: those in view, and the held card, which must not go while it is dragged. */
export function withHeld(range: Range, held: number): number[] {
  const places = defaultRangeExtractor(range)
  if (held < 0 || held >= range.count || places.includes(held)) return places
  return held < (places[0] ?? 0) ? [held, ...places] : [...places, held]
}
