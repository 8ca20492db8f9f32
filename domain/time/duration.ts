/** The length of a working day and week; each workspace has its own. */
export interface WorkTime {
  hoursPerDay: number
  daysPerWeek: number
}

export const DEFAULT_WORK_TIME: WorkTime = { hoursPerDay: 8, daysPerWeek: 5 }

type Unit = 'w' | 'd' | 'h' | 'm' | 's'
const UNITS: readonly Unit[] = ['w', 'd', 'h', 'm', 's']

/** Returns the number of seconds in a unit. */
function secondsIn(unit: Unit, { hoursPerDay, daysPerWeek }: WorkTime): number {
  const day = Math.round(hoursPerDay * 3_600)
  return { w: Math.round(day * daysPerWeek), d: day, h: 3_600, m: 60, s: 1 }[unit]
}

const UNIT_PATTERNS: Record<Unit, RegExp> = {
  w: /^w(eeks?)?$/,
  d: /^d(ays?)?$/,
  h: /^h((ou)?rs?)?$/,
  m: /^m(in(ute)?s?)?$/,
  s: /^s(ec(ond)?s?)?$/,
}

/** One amount with its unit, directly after the one before it. */
const AMOUNT_WITH_UNIT = /(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*/gy

/**
 * Returns the seconds of a text such as "1w 2d 3h 30m", "1.5h", "90m" or "1:30"; null when it is
 * not a duration. A bare number means hours, or minutes directly after hours ("1h 30"). Each unit
 * may occur once. A comma is read as a decimal point.
 */
export function parseDuration(text: string, work: WorkTime = DEFAULT_WORK_TIME): number | null {
  const plain = text.trim().toLowerCase().replaceAll(',', '.')
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(plain)
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60
  const seen = new Set<Unit>()
  let last: Unit | null = null
  let seconds = 0
  let end = 0
  for (const [token, amount, word = ''] of plain.matchAll(AMOUNT_WITH_UNIT)) {
    end += token.length
    const unit: Unit | null | undefined =
      word !== '' ? UNITS.find((each) => UNIT_PATTERNS[each].test(word)) : implicitUnit(last)
    if (!unit || seen.has(unit)) return null
    seen.add(unit)
    last = unit
    seconds += Number(amount) * secondsIn(unit, work)
  }
  return end > 0 && end === plain.length ? Math.round(seconds) : null
}

/**
 * Returns the unit of a bare number, which depends on the unit before it; null when there is none.
 */
function implicitUnit(previousUnit: Unit | null): Unit | null {
  if (previousUnit === null) return 'h'
  return previousUnit === 'h' ? 'm' : null
}

/**
 * Formats seconds as "1w 2d 3h 30m", which `parseDuration` reads back. Negative values start with a
 * minus.
 */
export function formatDuration(seconds: number, work: WorkTime = DEFAULT_WORK_TIME): string {
  const parts: string[] = []
  let left = Math.abs(Math.round(seconds))
  for (const unit of UNITS) {
    const size = secondsIn(unit, work)
    const amount = Math.floor(left / size)
    left -= amount * size
    if (amount > 0) parts.push(`${amount}${unit}`)
  }
  if (parts.length === 0) return '0m'
  return (seconds < 0 ? '-' : '') + parts.join(' ')
}

/** Formats seconds as hours and minutes only: "37h 30m", "45m". */
export function formatHours(seconds: number): string {
  return formatDuration(seconds, { hoursPerDay: 1e9, daysPerWeek: 7 })
}
