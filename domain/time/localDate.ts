import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../kernel/primitives'

/**
 * Returns whether this is the name of a time zone, such as Europe/Berlin. Offsets such as +01:00
 * are not accepted: they have no daylight saving time, and PostgreSQL reads their sign the opposite
 * way.
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

/** Returns the local date of an instant in a time zone. */
export const localDateOf = (at: Instant, zone: string): LocalDate =>
  toZonedDateTime(at, zone).toPlainDate().toString()

/** Returns the local time of an instant as HH:MM. */
export const localTimeOf = (at: Instant, zone: string): string =>
  toZonedDateTime(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * Returns the instant of a local date and time (HH:MM). A time that is skipped by daylight saving
 * time is moved forward by the length of the gap; of a repeated time the first is returned.
 */
export const instantAt = (day: LocalDate, time: string, zone: string): Instant =>
  toInstant(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone))

/**
 * Returns the instant at which a day begins: midnight, or the first time after it when midnight is
 * skipped.
 */
export const startOfDay = (day: LocalDate, zone: string): Instant =>
  toInstant(Temporal.PlainDate.from(day).toZonedDateTime(zone))

/** Returns the date a number of days later. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Returns the Monday of the week that contains a date. */
export const startOfWeek = (day: LocalDate): LocalDate =>
  addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

/** Returns the seven dates of the week that starts on this Monday. */
export const daysOfWeek = (monday: LocalDate): LocalDate[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))
