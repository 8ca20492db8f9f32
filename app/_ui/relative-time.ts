const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A moment as people say it, seen from `now` (both in ms): "just now", "5 min ago", "12 Mar". */
export function relativeTo(at: number, now: number): string {
  const past = now - at
  if (past < -minute) return dated(at, now)
  if (past < minute) return 'just now'
  if (past < hour) return `${Math.floor(past / minute)} min ago`
  if (past < day) return `${Math.floor(past / hour)} h ago`
  if (past < 7 * day) return `${Math.floor(past / day)} d ago`
  return dated(at, now)
}

function dated(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The exact moment in the reader's own time zone. */
export function exactTime(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' }).format(at)
}
