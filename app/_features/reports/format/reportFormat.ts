import type { Instant, LocalDate } from '@/domain/kernel/primitives'

const numberFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const utcFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const dateFormat = utcFormat({ day: 'numeric', month: 'short', year: 'numeric' })
const shortDateFormat = utcFormat({ day: 'numeric', month: 'short' })
const dateTimeFormat = utcFormat({
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** "2.5": without what floats leave behind. */
export const formatNumber = (value: number) =>
  numberFormat.format(Math.round(value * 100) / 100 || 0)

/** "+2", "−3", "0". */
export function formatSigned(value: number): string {
  const text = formatNumber(Math.abs(value))
  return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`
}

/** "1 task", "4 tasks". */
export const formatTaskCount = (count: number) =>
  `${formatNumber(count)} ${count === 1 ? 'task' : 'tasks'}`

/** "point" for one more or one less. */
export const pointsUnit = (count: number) => (Math.abs(count) === 1 ? 'point' : 'points')

/** "1 point", "8 points". */
export const formatPoints = (count: number) => `${formatNumber(count)} ${pointsUnit(count)}`

/** "6 Jan 2031", in UTC as all days of a report are. */
export const formatDate = (day: LocalDate | Instant) => dateFormat.format(Date.parse(day))

/** "6 Jan". */
export const formatDayAndMonth = (day: LocalDate | Instant) =>
  shortDateFormat.format(Date.parse(day))

/** "6 Jan, 14:05". */
export const formatDateTime = (at: Instant) => dateTimeFormat.format(Date.parse(at))
