import { expect, test } from 'vitest'
import { daysLeft } from '@/app/_features/board/sprint/daysLeft'
import type { Sprint } from '@/domain/sprint/sprint'

const sprint = { state: 'active', startDate: '2026-03-20', endDate: '2026-04-02' } as Sprint

test.for([
  ['2026-03-28', '5 days left'],
  // Daylight saving starts in between in many places, which must not change the number of days.
  ['2026-03-29', '4 days left'],
  ['2026-04-01', '1 day left'],
  ['2026-04-02', 'last day'],
  ['2026-04-04', '2 days over'],
])('on %s the sprint is labelled “%s”', ([today = '', words]) => {
  expect(daysLeft(sprint, today)).toBe(words)
})

test('a sprint that is planned or completed says so', () => {
  expect(daysLeft({ ...sprint, state: 'planned' }, '2026-03-19')).toBe('starts in 1 day')
  expect(daysLeft({ ...sprint, state: 'planned' }, '2026-03-21')).toBe('not started')
  expect(daysLeft({ ...sprint, state: 'closed' }, '2026-03-21')).toBe('completed')
  expect(daysLeft({ ...sprint, endDate: null }, '2026-03-21')).toBeNull()
})
