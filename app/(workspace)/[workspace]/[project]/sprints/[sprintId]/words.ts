import type { Day, Moment } from '@/domain/words'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const whole = inUtc({ day: 'numeric', month: 'short', year: 'numeric' })
const short = inUtc({ day: 'numeric', month: 'short' })
const precise = inUtc({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

/** "2.5": without what floats leave behind. */
export const figure = (value: number) => number.format(Math.round(value * 100) / 100 || 0)

/** "+2", "−3", "0". */
export function signed(value: number): string {
  const text = figure(Math.abs(value))
  return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`
}

/** "1 task", "4 tasks". */
export const counted = (count: number) => `${figure(count)} ${count === 1 ? 'task' : 'tasks'}`

/** "point" for one more or one less. */
export const pointWord = (count: number) => (Math.abs(count) === 1 ? 'point' : 'points')

/** "1 point", "8 points". */
export const pointed = (count: number) => `${figure(count)} ${pointWord(count)}`

/** "6 Jan 2031", in UTC as all days of a report are. */
export const dayText = (day: Day | Moment) => whole.format(Date.parse(day))

/** "6 Jan". */
export const shortDay = (day: Day | Moment) => short.format(Date.parse(day))

/** "6 Jan, 14:05". */
export const momentText = (at: Moment) => precise.format(Date.parse(at))
