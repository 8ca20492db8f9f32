import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../kernel/primitives'

/**
 * Whether this is the name of a time zone, such as Europe/Berlin. Mere offsets such as +01:00 are
 * none: they know no daylight saving time, and PostgreSQL reads their sign the other way round.
 */
export function isTimeZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false
  try {
    Temporal.Now.zonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

const toZonedDateTime = (at: Instant, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(Date.parse(at)).toZonedDateTimeISO(zone)

const toInstant = ({ epochMilliseconds }: Temporal.ZonedDateTime): Instant =>
  new Date(epochMilliseconds).toISOString()

/** The day that a moment falls on where the clocks go by this zone. */
export const localDateOf = (at: Instant, zone: string): LocalDate =>
  toZonedDateTime(at, zone).toPlainDate().toString()

/** The time of day of a moment, as HH:MM. */
export const localTimeOf = (at: Instant, zone: string): string =>
  toZonedDateTime(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * The moment at which clocks of a zone show this day and time (HH:MM). A time that the clocks leap
 * over is as far behind the leap; one that they show twice is the first.
 */
export const instantAt = (day: LocalDate, time: string, zone: string): Instant =>
  toInstant(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone))

/** The moment at which a day begins: midnight, or the first time there is where clocks leap over it. */
export const startOfDay = (day: LocalDate, zone: string): Instant =>
  toInstant(Temporal.PlainDate.from(day).toZonedDateTime(zone))

/** The day so many days on. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The Monday of a day's week. */
export const startOfWeek = (day: LocalDate): LocalDate =>
  addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

/** The seven days of the week that begins here. */
export const daysOfWeek = (monday: LocalDate): LocalDate[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))
