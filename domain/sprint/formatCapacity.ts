import type { Capacity } from '@/domain/sprint/sprint'

/** Returns for example "6 h a day, 2 days off". */
export function formatCapacity({ hoursPerDay, daysOff }: Capacity): string {
  const daysOffCount = daysOff.length
  return `${hoursPerDay} h a day${daysOffCount === 0 ? '' : `, ${daysOffCount} ${daysOffCount === 1 ? 'day' : 'days'} off`}`
}
