/** What a day and a week of work hold; every workspace has its own. */
export interface WorkTime {
  hoursPerDay: number
  daysPerWeek: number
}

export const DEFAULT_WORK_TIME: WorkTime = { hoursPerDay: 8, daysPerWeek: 5 }

type Unit = 'w' | 'd' | 'h' | 'm' | 's'
const UNITS: readonly Unit[] = ['w', 'd', 'h', 'm', 's']

/** How many seconds a unit stands for. */
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

/**
 * The seconds that a text such as "1w 2d 3h 30m", "1.5h", "90m" or "1:30" stands for; null where it
 * says no duration. A bare number is hours, or minutes right behind hours ("1h 30"). Each unit comes
 * once; a comma does for a point.
 */
export function parseDuration(text: string, work: WorkTime = DEFAULT_WORK_TIME): number | null {
  const plain = text.trim().toLowerCase().replaceAll(',', '.')
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(plain)
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60
  if (!/^(\d+(\.\d+)?|\.\d+)\s*[a-z]*(\s*(\d+(\.\d+)?|\.\d+)\s*[a-z]*)*$/.test(plain)) return null
  const seen = new Set<Unit>()
  let last: Unit | null = null
  let seconds = 0
  for (const [, amount, word = ''] of plain.matchAll(/(\d*\.?\d+)\s*([a-z]*)/g)) {
    const unit: Unit | null | undefined =
      word !== '' ? UNITS.find((each) => UNIT_PATTERNS[each].test(word)) : implicitUnit(last)
    if (!unit || seen.has(unit)) return null
    seen.add(unit)
    last = unit
    seconds += Number(amount) * secondsIn(unit, work)
  }
  return Math.round(seconds)
}

/** The unit of a number without one, by what stands before it. */
function implicitUnit(previousUnit: Unit | null): Unit | null {
  if (previousUnit === null) return 'h'
  return previousUnit === 'h' ? 'm' : null
}

/** Seconds as "1w 2d 3h 30m"; parsed again it is the same. Negative ones begin with a minus. */
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

/** Seconds as hours and minutes only, as timesheets add them up: "37h 30m", "45m". */
export function formatHours(seconds: number): string {
  return formatDuration(seconds, { hoursPerDay: 1e9, daysPerWeek: 7 })
}
