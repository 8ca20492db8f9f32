import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROUNDING_MINUTES, roundSeconds } from '@/domain/time/rounding'
import { isForgottenTimer, timerSeconds } from '@/domain/time/timer'
import { roundTimesheet, timesheetRowsOf } from '@/domain/time/timesheet'
import { cellChangesFor } from '@/domain/time/timesheetCell'
import { propertyRuns } from '@/tests/support/propertyRuns'

describe('a cell of a timesheet', () => {
  const entry = (worklogId: string, seconds: number) => ({ worklogId, seconds })

  it('time entered into an empty cell is logged, and otherwise the only worklog is changed', () => {
    expect(cellChangesFor([], 3_600)).toEqual([{ add: 3_600 }])
    expect(cellChangesFor([entry('a', 60)], 3_600)).toEqual([{ edit: 'a', seconds: 3_600 }])
    expect(cellChangesFor([entry('a', 60)], 0)).toEqual([{ delete: 'a' }])
    expect(cellChangesFor([entry('a', 60)], 60)).toEqual([])
  })

  it('the worklogs of a cell always add up to the entered time', () => {
    const held = fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 6 })
    fc.assert(
      fc.property(held, fc.nat(40_000), (seconds, wanted) => {
        const cell = new Map(seconds.map((each, i) => [`w${i}`, each]))
        for (const change of cellChangesFor(
          seconds.map((each, i) => entry(`w${i}`, each)),
          wanted,
        )) {
          if ('add' in change) cell.set('new', change.add)
          else if ('edit' in change) cell.set(change.edit, change.seconds)
          else cell.delete(change.delete)
        }
        expect([...cell.values()].every((each) => each > 0)).toBe(true)
        expect([...cell.values()].reduce((a, b) => a + b, 0)).toBe(wanted)
      }),
      propertyRuns(),
    )
  })
})

describe('rounding of times', () => {
  it('time is rounded by person, task and day, so that all groupings have the same total', () => {
    const at = '2031-01-06T10:00:00.000Z'
    const entry = (worklogId: string, personId: string, taskId: string, seconds: number) => ({
      ...{ projectId: 'p', worklogId, taskId, personId, startedAt: at, day: '2031-01-06', seconds },
    })
    const entries = [
      entry('1', 'ann', 'a', 300),
      entry('2', 'ann', 'a', 300),
      entry('3', 'ann', 'b', 60),
      entry('4', 'ben', 'a', 60),
    ]
    const sheet = { from: '', to: '', people: [], tasks: [], entries, seqByProject: {} }
    const shown = roundTimesheet(sheet, { minutes: 15, mode: 'up' })
    const sum = (by: 'person' | 'task' | 'project') =>
      timesheetRowsOf(shown, by).map((row) => [row.id, row.days.get('2031-01-06')])
    expect(sum('person')).toEqual([
      ['ann', 1_800],
      ['ben', 900],
    ])
    expect(sum('task')).toEqual([
      ['pa', 1_800],
      ['pb', 900],
    ])
    expect(sum('project')).toEqual([['p', 2_700]])
  })

  it.each([
    [3_660, 15, 'up', 4_500],
    [3_660, 15, 'nearest', 3_600],
    [3_600, 15, 'up', 3_600],
    [1, 30, 'up', 1_800],
    [61, 0, 'up', 61],
    [540, 6, 'nearest', 720],
  ] as const)('%i seconds are rounded to %i minutes (%s)', (seconds, minutes, mode, to) =>
    expect(roundSeconds(seconds, { minutes, mode })).toBe(to),
  )

  it('rounding up never reduces a time, and rounding changes it by less than one step', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(...ROUNDING_MINUTES), (seconds, minutes) => {
        const up = roundSeconds(seconds, { minutes, mode: 'up' })
        expect(up).toBeGreaterThanOrEqual(seconds)
        expect(up - seconds).toBeLessThan(Math.max(1, minutes * 60))
        expect(
          Math.abs(roundSeconds(seconds, { minutes, mode: 'nearest' }) - seconds) * 2,
        ).toBeLessThanOrEqual(minutes * 60)
      }),
      propertyRuns(),
    )
  })
})

describe('a timer', () => {
  it('a timer counts as forgotten after local midnight or more than twelve hours', () => {
    const evening = '2031-01-05T22:30:00.000Z'
    expect(isForgottenTimer(evening, '2031-01-05T23:30:00.000Z', 'UTC')).toBe(false)
    expect(isForgottenTimer(evening, '2031-01-05T23:30:00.000Z', 'Europe/Berlin')).toBe(true)
    expect(isForgottenTimer('2031-01-05T00:00:00.000Z', '2031-01-05T12:00:01.000Z', 'UTC')).toBe(
      true,
    )
    expect(isForgottenTimer('2031-01-05T00:00:00.000Z', '2031-01-05T12:00:00.000Z', 'UTC')).toBe(
      false,
    )
  })

  it('a timer measures whole minutes, and at least one', () => {
    expect(timerSeconds('2031-01-05T10:00:00.000Z', '2031-01-05T10:00:05.000Z')).toBe(60)
    expect(timerSeconds('2031-01-05T10:00:00.000Z', '2031-01-05T11:10:40.000Z')).toBe(71 * 60)
  })
})
