import { hoursIn } from '@/domain/sprint/capacity'
import type { Load } from '@/domain/sprint/figures'
import type { Capacity } from '@/domain/sprint/sprint'
import type { Day } from '@/domain/words'
import { rounded } from './sprint-words'

/** The hours that somebody gives to these days; without a word of their own, the usual ones. */
export function givenHours(
  days: readonly Day[],
  capacity: Capacity | undefined,
  usual: number,
): number {
  return hoursIn(days, capacity ?? { hoursPerDay: usual, daysOff: [] })
}

/** "12 of 60 h · 8 points · 2 without hours"; in points alone where nothing has hours. */
export function loadWords(load: Load, hours: number | null): string {
  const { seconds, points, untimed } = load
  const parts: string[] = []
  const planned = `${rounded(seconds / 3_600)}`
  if (hours !== null) parts.push(`${planned} of ${rounded(hours)} h`)
  else if (seconds > 0) parts.push(`${planned} h`)
  if (points > 0) parts.push(`${rounded(points)} ${rounded(points) === 1 ? 'point' : 'points'}`)
  if (untimed > 0) parts.push(`${untimed} without hours`)
  return parts.join(' · ')
}
