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

/** Formats a number without floating-point noise: "2.5". */
export const formatNumber = (value: number) =>
  numberFormat.format(Math.round(value * 100) / 100 || 0)

/** Returns "+2", "−3" or "0". */
export function formatSigned(value: number): string {
  const text = formatNumber(Math.abs(value))
  return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`
}

/** Returns "1 task" or "4 tasks". */
export const formatTaskCount = (count: number) =>
  `${formatNumber(count)} ${count === 1 ? 'task' : 'tasks'}`

/** Returns "point" for 1 and -1, otherwise "points". */
export const pointsUnit = (count: number) => (Math.abs(count) === 1 ? 'point' : 'points')

/** Returns "1 point" or "8 points". */
export const formatPoints = (count: number) => `${formatNumber(count)} ${pointsUnit(count)}`

/** Formats a date as "6 Jan 2031", in UTC like all dates of a report. */
export const formatDate = (day: LocalDate | Instant) => dateFormat.format(Date.parse(day))

/** Formats a date as "6 Jan". */
export const formatDayAndMonth = (day: LocalDate | Instant) =>
  shortDateFormat.format(Date.parse(day))

/** Formats a time as "6 Jan, 14:05". */
export const formatDateTime = (at: Instant) => dateTimeFormat.format(Date.parse(at))
