import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysOfWeek,
  instantAt,
  isTimeZone,
  localDateOf,
  localTimeOf,
  startOfDay,
  startOfWeek,
} from '@/domain/time/localDate'
import { propertyRuns } from '@/tests/support/propertyRuns'

const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata'] as const
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000

describe('the start of a local date', () => {
  it('a day in New York has 23 hours when the clocks go forward', () => {
    expect(startOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z')
    expect(startOfDay('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z')
    expect(localDateOf('2026-03-09T03:59:59.999Z', 'America/New_York')).toBe('2026-03-08')
    expect(localDateOf('2026-03-09T04:00:00.000Z', 'America/New_York')).toBe('2026-03-09')
  })

  it('a day in Berlin has 25 hours when the clocks go back', () => {
    const [from, to] = [
      startOfDay('2026-10-25', 'Europe/Berlin'),
      startOfDay('2026-10-26', 'Europe/Berlin'),
    ]
    expect(hours(from, to)).toBe(25)
    expect(localDateOf('2026-10-25T22:59:59.999Z', 'Europe/Berlin')).toBe('2026-10-25')
    expect(localDateOf('2026-10-25T23:00:00.000Z', 'Europe/Berlin')).toBe('2026-10-26')
  })

  it('a day in Kolkata starts at half past the hour in UTC', () => {
    expect(startOfDay('2026-03-29', 'Asia/Kolkata')).toBe('2026-03-28T18:30:00.000Z')
    expect(localDateOf('2026-03-28T18:29:59.999Z', 'Asia/Kolkata')).toBe('2026-03-28')
    expect(localTimeOf('2026-03-28T18:30:00.000Z', 'Asia/Kolkata')).toBe('00:00')
  })

  it('a day whose midnight is skipped starts at the first time after it', () => {
    // In Beirut the clocks change from 0:00 to 1:00.
    expect(localTimeOf(startOfDay('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe('01:00')
    expect(localDateOf(startOfDay('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe('2026-03-29')
  })
})

describe('the instant of a local time', () => {
  it('a time that occurs twice means the first one', () => {
    expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('a time that is skipped is moved forward by the gap', () => {
    expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })
})

describe('local dates in three time zones', () => {
  const zone = fc.constantFrom(...ZONES)
  const year = { min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-31T00:00Z') }
  const moment = fc.date({ ...year, noInvalidDate: true }).map((date) => date.toISOString())

  it('every instant is between the start and the end of its local date', () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const day = localDateOf(at, where)
        expect(startOfDay(day, where) <= at).toBe(true)
        expect(at < startOfDay(addDays(day, 1), where)).toBe(true)
      }),
      propertyRuns(1_000),
    )
  })

  it('the sums of all days add up to the total', () => {
    const worklog = fc.record({ at: moment, seconds: fc.integer({ min: 1, max: 90_000 }) })
    fc.assert(
      fc.property(fc.array(worklog, { maxLength: 60 }), zone, (worklogs, where) => {
        const days = new Map<string, number>()
        for (const { at, seconds } of worklogs) {
          const day = localDateOf(at, where)
          days.set(day, (days.get(day) ?? 0) + seconds)
        }
        // Summed for each day from midnight to midnight, as a timesheet does.
        let sum = 0
        for (const [day, expected] of days) {
          const [from, to] = [startOfDay(day, where), startOfDay(addDays(day, 1), where)]
          const inside = worklogs.filter(({ at }) => from <= at && at < to)
          const seconds = inside.reduce((all, each) => all + each.seconds, 0)
          expect(seconds).toBe(expected)
          sum += seconds
        }
        expect(sum).toBe(worklogs.reduce((all, each) => all + each.seconds, 0))
      }),
      propertyRuns(),
    )
  })
})

describe('a week of local dates', () => {
  it('a week starts on Monday', () => {
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16')
    expect(startOfWeek('2026-11-16')).toBe('2026-11-16')
    expect(daysOfWeek('2026-12-28')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
  })
})

it('time zones are recognized by name', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Europe/Nowhere')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
