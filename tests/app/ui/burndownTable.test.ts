import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BurndownTable } from '@/app/_features/reports/burndown/BurndownTable'
import type { BurndownDay } from '@/domain/sprint/burndown'

const amount = (points: number) => ({ points, tasks: points })
const zero = amount(0)
const burndownDay = (date: string, remaining: number, done = 0): BurndownDay => ({
  ...{ day: date, scope: amount(8), remaining: amount(remaining), done: amount(done) },
  ...{ added: zero, removed: zero, reestimated: 0 },
})

/** Returns the names of the days in the table; on paper only those that are printed. */
function visibleDays(days: BurndownDay[], on: 'screen' | 'paper'): string[] {
  const start = { scope: amount(8), remaining: amount(8) }
  const html = renderToStaticMarkup(createElement(BurndownTable, { burndown: { start, days } }))
  return [...html.matchAll(/<tr([^>]*)><td[^>]*>([^<]*)/g)]
    .filter(([, look]) => on === 'screen' || !look?.includes('print:hidden'))
    .map(([, , name]) => name ?? '')
}

test('days without a change are not printed', () => {
  const days = [
    burndownDay('2031-01-06', 8),
    burndownDay('2031-01-07', 5, 3),
    burndownDay('2031-01-08', 5),
  ]
  const more = [
    burndownDay('2031-01-09', 4, 1),
    burndownDay('2031-01-10', 4),
    burndownDay('2031-01-11', 4),
  ]
  const all = [...days, ...more]
  expect(visibleDays(all, 'screen')).toEqual([
    ...['Start', '6 Jan', '7 Jan', '8 Jan', '9 Jan', '10 Jan', '11 Jan'],
  ])
  expect(visibleDays(all, 'paper')).toEqual(['Start', '6 Jan', '7 Jan', '9 Jan', '11 Jan'])
})
