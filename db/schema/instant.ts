import { customType } from 'drizzle-orm/pg-core'

/**
 * A column for an instant, to the millisecond like in JavaScript. Rows contain it as the domain
 * does: as ISO 8601 in UTC.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})
