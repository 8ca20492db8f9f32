import type { Instant, LocalDate } from '../kernel/primitives'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** Whether this is the name of a time zone, such as Europe/Berlin. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterFor(zone)
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall shows: a day, and the time as HH:MM:SS. */
interface ZonedTime {
  date: LocalDate
  time: string
}

function toZonedTime(ms: number, zone: string): ZonedTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatterFor(zone).formatToParts(ms)) parts[type] = value
  const year = (parts.year ?? '').padStart(4, '0')
  return {
    date: `${year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  }
}

/** The day that a moment falls on where the clocks go by this zone. */
export const localDateOf = (at: Instant, zone: string): LocalDate =>
  toZonedTime(Date.parse(at), zone).date

/** The time of day of a moment, as HH:MM. */
export const localTimeOf = (at: Instant, zone: string): string =>
  toZonedTime(Date.parse(at), zone).time.slice(0, 5)

/**
 * The moment at which clocks of a zone show this day and time (HH:MM). A time that the clocks leap
 * over is as far behind the leap; one that they show twice is the first.
 */
export function instantAt(day: LocalDate, time: string, zone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((ms) => utcOffsetAt(ms, zone))
  const candidates = offsets
    .map((offset) => asUtc - offset)
    .filter((ms) => ms + utcOffsetAt(ms, zone) === asUtc)
    .sort((a, b) => a - b)
  return new Date(candidates[0] ?? asUtc - (offsets[0] ?? 0)).toISOString()
}

const DAY_MS = 86_400_000

/** How many ms a zone's clocks are ahead of UTC. */
function utcOffsetAt(ms: number, zone: string): number {
  const { date, time } = toZonedTime(ms, zone)
  return Date.parse(`${date}T${time}Z`) - Math.floor(ms / 1_000) * 1_000
}

/** The moment at which a day begins: midnight, or the first time there is where clocks leap over it. */
export function startOfDay(day: LocalDate, zone: string): Instant {
  return instantAt(day, '00:00', zone)
}

/** The day so many days on. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function startOfWeek(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** The seven days of the week that begins here. */
export const daysOfWeek = (monday: LocalDate): LocalDate[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))
