import { weekOf } from '@/domain/time/day'
import { EXACT, type Rounding, STEPS } from '@/domain/time/rounding'
import { GROUPS, type Group, type SheetFilter } from '@/domain/time/timesheet'
import type { Day } from '@/domain/words'

/** What the address of a timesheet asks for. */
export interface Asked {
  /** A Monday. */
  week: Day
  team: boolean
  by: Group
  filter: SheetFilter
  rounding: Rounding
}

type Query = Record<string, string | string[] | undefined>

const FILTERS = ['person', 'project', 'epic', 'label'] as const

/** Reads an address; what it does not say, or says wrongly, is as usual. */
export function askedOf(query: Query, isAdmin: boolean, today: Day): Asked {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const day = text('week') ?? ''
  // The week of the last days would end in a year of five digits.
  const isDay = /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && day < '9999' && !Number.isNaN(Date.parse(day))
  const by = GROUPS.find((each) => each === text('by')) ?? 'person'
  const minutes = STEPS.find((each) => String(each) === text('round')) ?? 0
  const filter: SheetFilter = {}
  for (const name of FILTERS) if (text(name)) filter[name] = text(name)
  return {
    week: weekOf(isDay ? day : today),
    team: isAdmin && text('view') === 'team',
    by,
    filter,
    rounding: minutes === 0 ? EXACT : { minutes, way: text('way') === 'up' ? 'up' : 'nearest' },
  }
}

/** The address of a timesheet that asks for this, without what is as usual. */
export function addressOf(slug: string, asked: Asked): string {
  const query = new URLSearchParams({ week: asked.week })
  if (asked.team) {
    query.set('view', 'team')
    query.set('by', asked.by)
    for (const name of FILTERS) {
      const value = asked.filter[name]
      if (value) query.set(name, value)
    }
  }
  const { minutes, way } = asked.rounding
  if (minutes > 0) {
    query.set('round', String(minutes))
    query.set('way', way)
  }
  return `/${slug}/timesheet?${query}`
}
