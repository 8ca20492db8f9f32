import { timestamp } from 'drizzle-orm/pg-core'

/** A column for a moment: with a time zone, to the millisecond, as JavaScript has them. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
