import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The places to draw: those in view, and those that must not go: a held card, the focused one. */
export function withKept(range: Range, ...kept: number[]): number[] {
  const places = defaultRangeExtractor(range)
  const more = kept.filter((at) => at >= 0 && at < range.count && !places.includes(at))
  if (more.length === 0) return places
  return [...new Set([...places, ...more])].sort((a, b) => a - b)
}
