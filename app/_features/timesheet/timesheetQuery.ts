import type { LocalDate } from '@/domain/kernel/primitives'
import { startOfWeek } from '@/domain/time/localDate'
import { NO_ROUNDING, ROUNDING_MINUTES, type Rounding } from '@/domain/time/rounding'
import {
  TIMESHEET_GROUPINGS,
  type TimesheetFilter,
  type TimesheetGrouping,
} from '@/domain/time/timesheet'

/** The parameters in a timesheet's URL. */
export interface TimesheetQuery {
  /** Always a Monday. */
  week: LocalDate
  team: boolean
  groupBy: TimesheetGrouping
  filter: TimesheetFilter
  rounding: Rounding
}

type SearchParams = Record<string, string | string[] | undefined>

const FILTERS = ['person', 'project', 'epic', 'label'] as const

/** Parses URL parameters. Missing and invalid values become the defaults. */
export function parseTimesheetQuery(
  params: SearchParams,
  isAdmin: boolean,
  today: LocalDate,
): TimesheetQuery {
  const textParam = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined)
  const day = textParam('week') ?? ''
  // Later weeks would end in a year of five digits.
  const isDay = /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && day < '9999' && !Number.isNaN(Date.parse(day))
  const groupBy = TIMESHEET_GROUPINGS.find((each) => each === textParam('groupBy')) ?? 'person'
  const minutes = ROUNDING_MINUTES.find((each) => String(each) === textParam('rounding')) ?? 0
  const filter: TimesheetFilter = {}
  for (const name of FILTERS) if (textParam(name)) filter[name] = textParam(name)
  return {
    week: startOfWeek(isDay ? day : today),
    team: isAdmin && textParam('view') === 'team',
    groupBy,
    filter,
    rounding:
      minutes === 0
        ? NO_ROUNDING
        : { minutes, mode: textParam('roundingMode') === 'up' ? 'up' : 'nearest' },
  }
}

/** Returns the URL of a timesheet, without parameters that have their default. */
export function timesheetHref(slug: string, query: TimesheetQuery): string {
  const params = new URLSearchParams({ week: query.week })
  if (query.team) {
    params.set('view', 'team')
    params.set('groupBy', query.groupBy)
    for (const name of FILTERS) {
      const value = query.filter[name]
      if (value) params.set(name, value)
    }
  }
  const { minutes, mode } = query.rounding
  if (minutes > 0) {
    params.set('rounding', String(minutes))
    params.set('roundingMode', mode)
  }
  return `/${slug}/timesheet?${params}`
}
