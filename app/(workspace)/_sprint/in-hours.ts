import type { Capacity } from '@/domain/sprint/sprint'

/** "6 h a day, 2 days off". */
export function inHours({ hoursPerDay, daysOff }: Capacity): string {
  const off = daysOff.length
  return `${hoursPerDay} h a day${off === 0 ? '' : `, ${off} ${off === 1 ? 'day' : 'days'} off`}`
}
