import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_WORK_TIME,
  formatDuration,
  formatHours,
  parseDuration,
  type WorkTime,
} from '@/domain/time/duration'
import { propertyRuns } from '@/tests/support/propertyRuns'

const HOUR = 3_600
const DAY = 8 * HOUR

describe('parsing a duration', () => {
  it.each([
    ['1w 2d 3h 30m', 5 * DAY + 2 * DAY + 3.5 * HOUR],
    ['1.5h', 1.5 * HOUR],
    ['1,5h', 1.5 * HOUR],
    ['.5d', 4 * HOUR],
    ['90m', 1.5 * HOUR],
    ['2d', 2 * DAY],
    ['2', 2 * HOUR],
    ['1h 30', 1.5 * HOUR],
    ['1h30m', 1.5 * HOUR],
    ['1:30', 1.5 * HOUR],
    ['2 days 4 hours', 2 * DAY + 4 * HOUR],
    ['45 min', 45 * 60],
    [' 3H ', 3 * HOUR],
    ['0', 0],
    ['30m 1h', 1.5 * HOUR],
  ])('“%s” is parsed as %i seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds))

  it.each([
    '',
    'soon',
    '1x',
    '1h 2h',
    '-1h',
    '1d 2',
    '1:75',
    'h',
    '1..5h',
    '1h, 30m',
    '1e3h',
    '1h-',
    '1h.',
  ])('“%s” is not a duration', (text) => expect(parseDuration(text)).toBeNull())

  it('a long text takes no longer than its length asks for', () => {
    const digits = '1'.repeat(100_000)
    expect(parseDuration(`${digits}-`)).toBeNull()
    expect(parseDuration(`1h${' '.repeat(100_000)}-`)).toBeNull()
    expect(parseDuration(`0.${digits.replaceAll('1', '0')}5h`)).toBe(0)
  })

  it('days and weeks have the length that the workspace has set', () => {
    const work = { hoursPerDay: 7.5, daysPerWeek: 4 }
    expect(parseDuration('1d', work)).toBe(7.5 * HOUR)
    expect(parseDuration('1w', work)).toBe(30 * HOUR)
    expect(formatDuration(31 * HOUR, work)).toBe('1w 1h')
  })
})

describe('formatting a duration', () => {
  it.each([
    [0, '0m'],
    [HOUR, '1h'],
    [DAY, '1d'],
    [7 * DAY, '1w 2d'],
    [90, '1m 30s'],
    [-5_400, '-1h 30m'],
  ])('%i seconds are shown as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text))

  it('timesheets show hours and minutes only', () => {
    expect(formatHours(40 * HOUR + 1_800)).toBe('40h 30m')
    expect(formatHours(0)).toBe('0m')
  })

  const work: fc.Arbitrary<WorkTime> = fc.record({
    hoursPerDay: fc.integer({ min: 4, max: 96 }).map((quarters) => quarters / 4),
    daysPerWeek: fc.integer({ min: 2, max: 14 }).map((halves) => halves / 2),
  })

  it('parsing a formatted duration returns the same seconds for every working time', () => {
    fc.assert(
      fc.property(fc.nat(360_000_000), work, (seconds, own) => {
        expect(parseDuration(formatDuration(seconds, own), own)).toBe(seconds)
        expect(parseDuration(formatHours(seconds), DEFAULT_WORK_TIME)).toBe(seconds)
      }),
      propertyRuns(2_000),
    )
  })

  it('every text is parsed as seconds or null', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789wdhms:., x-') })
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        const seconds = parseDuration(text)
        expect(seconds === null || (Number.isInteger(seconds) && seconds >= 0)).toBe(true)
      }),
      propertyRuns(2_000),
    )
  })
})
