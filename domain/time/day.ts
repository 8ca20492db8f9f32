import type { Day, Moment } from '../words'

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Whether this is the name of a time zone, such as Europe/Berlin. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall shows: a day, and the time as HH:MM:SS. */
interface Wall {
  day: Day
  time: string
}

function wall(ms: number, zone: string): Wall {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(ms)) parts[type] = value
  const year = (parts.year ?? '').padStart(4, '0')
  return {
    day: `${year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  }
}

/** The day that a moment falls on where the clocks go by this zone. */
export const dayOf = (at: Moment, zone: string): Day => wall(Date.parse(at), zone).day

/** The time of day of a moment, as HH:MM. */
export const timeOf = (at: Moment, zone: string): string =>
  wall(Date.parse(at), zone).time.slice(0, 5)

/**
 * The moment at which clocks of a zone show this day and time (HH:MM). A time that the clocks leap
 * over is as far behind the leap; one that they show twice is the first.
 */
export function momentAt(day: Day, time: string, zone: string): Moment {
  const meant = Date.parse(`${day}T${time}:00Z`)
  const offsets = [meant - DAY_MS, meant + DAY_MS].map((ms) => offsetAt(ms, zone))
  const fits = offsets
    .map((offset) => meant - offset)
    .filter((ms) => ms + offsetAt(ms, zone) === meant)
    .sort((a, b) => a - b)
  return new Date(fits[0] ?? meant - (offsets[0] ?? 0)).toISOString()
}

const DAY_MS = 86_400_000

/** How many ms a zone's clocks are ahead of UTC. */
function offsetAt(ms: number, zone: string): number {
  const { day, time } = wall(ms, zone)
  return Date.parse(`${day}T${time}Z`) - Math.floor(ms / 1_000) * 1_000
}

/** The moment at which a day begins: midnight, or the first time there is where clocks leap over it. */
export function beginOf(day: Day, zone: string): Moment {
  return momentAt(day, '00:00', zone)
}

/** The day so many days on. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** The seven days of the week that begins here. */
export const daysOfWeek = (monday: Day): Day[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))
