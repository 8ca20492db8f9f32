import { expect, it } from 'vitest'
import { capacityHours, workingDays } from '@/domain/sprint/capacity'
import { proposeSprintName } from '@/domain/sprint/proposeSprintName'

it('working days are the days from Monday to Friday, including both ends', () => {
  expect(workingDays('2031-02-03', '2031-02-14')).toHaveLength(10)
  expect(workingDays('2031-02-07', '2031-02-10')).toEqual(['2031-02-07', '2031-02-10'])
  expect(workingDays('2031-02-08', '2031-02-09')).toEqual([])
  expect(workingDays('2031-02-14', '2031-02-03')).toEqual([])
})

it('working days are correct across leap days and daylight saving changes', () => {
  expect(workingDays('2032-02-27', '2032-03-01')).toEqual(['2032-02-27', '2032-03-01'])
  expect(workingDays('2031-03-28', '2031-03-31')).toEqual(['2031-03-28', '2031-03-31'])
  expect(workingDays('2031-10-24', '2031-10-27')).toEqual(['2031-10-24', '2031-10-27'])
})

it('capacity excludes days off, except those on weekends or outside the sprint', () => {
  const days = workingDays('2031-02-03', '2031-02-14')
  const daysOff = ['2031-02-04', '2031-02-08', '2031-03-01']
  expect(capacityHours(days, { hoursPerDay: 6, daysOff })).toBe(54)
  expect(capacityHours([], { hoursPerDay: 6, daysOff: [] })).toBe(0)
})

it('the proposed name of a sprint has the next number', () => {
  expect(proposeSprintName('ALO', [])).toBe('ALO Sprint 1')
  expect(proposeSprintName('ALO', ['ALO Sprint 9', 'Sprint 10', 'Cleaning'])).toBe('ALO Sprint 11')
})
