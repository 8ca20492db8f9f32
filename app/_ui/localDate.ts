/** A calendar date, `YYYY-MM-DD`. */
type IsoDate = string

/** Returns "12 Mar", with the year when it is not the current one. */
export function formatShortDate(day: IsoDate, today: IsoDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  }).format(new Date(day))
}

/** Returns the current date in the reader's time zone. */
export function localToday(now = new Date()): IsoDate {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

/** Returns the date some days from now in the reader's time zone. */
export function daysFromToday(days: number): IsoDate {
  const now = new Date()
  return localToday(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days))
}
