import { describe, expect, test } from 'vitest'
import { parseBoardFilter, withBoardFilter } from '@/app/_features/board/boardFilterParams'
import { dueDateLabel } from '@/app/_features/board/card/dueDateLabel'
import { edgeSpeed } from '@/app/_features/drag/runtime/autoScroll'
import { suggestProjectKey, toProjectKey } from '@/app/_features/shell/projects/suggestProjectKey'

describe('the suggested project key', () => {
  test.each([
    ['Website', 'WEB'],
    ['Mobile app', 'MA'],
    ['Ünder the Sea', 'UTS'],
    ['3 little pigs', 'LP'],
    ['X', 'X1'],
    ['日本', ''],
    ['', ''],
  ])('the key suggested for “%s” is “%s”', (name, key) =>
    expect(suggestProjectKey(name, [])).toBe(key),
  )

  test('a taken key gets a number and never exceeds the maximum length', () => {
    expect(suggestProjectKey('Website', ['WEB', 'WEB2'])).toBe('WEB3')
    expect(suggestProjectKey('a b c d e f g h i j k l m', []).length).toBeLessThanOrEqual(10)
    expect(toProjectKey('1 my-kéy!')).toBe('MYKEY')
  })
})

describe('the board filter in the URL', () => {
  const person = '01a1fb84-e69a-7011-830a-5b47ecd34d37'

  test('a filter survives a round trip through the URL beside other parameters', () => {
    const filter = {
      text: 'a & b',
      assignees: [person, 'none'],
      labels: ['x y'],
      type: ['bug' as const],
    }
    const address = withBoardFilter(new URLSearchParams('task=ALO-1&q=old'), filter)
    expect(parseBoardFilter(address)).toEqual(filter)
    expect(address.get('task')).toBe('ALO-1')
    expect(withBoardFilter(address, {}).toString()).toBe('task=ALO-1')
  })

  test('invalid parameters are ignored', () => {
    const address = new URLSearchParams('q=%20&person=me&type=wish&label=')
    expect(parseBoardFilter(address)).toEqual({})
  })
})

describe('the due date on a card', () => {
  test.each([
    ['2026-03-01', { isOverdue: true, label: '1 Mar' }],
    ['2026-03-12', { isOverdue: false, label: 'Today' }],
    ['2026-03-13', { isOverdue: false, label: 'Tomorrow' }],
    ['2026-03-19', { isOverdue: false, label: '19 Mar' }],
    ['2026-03-20', null],
    [null, null],
  ])('on 12 March 2026 the due date %s has the expected label', (due, said) =>
    expect(dueDateLabel(due, false, '2026-03-12')).toEqual(said),
  )

  test('a done task shows no due date', () => {
    expect(dueDateLabel('2026-03-01', true, '2026-03-12')).toBeNull()
  })
})

test('a drag scrolls only near an edge, and faster the nearer it is', () => {
  expect(edgeSpeed(500, 0, 1_000)).toBe(0)
  expect(edgeSpeed(10, 0, 1_000)).toBeLessThan(edgeSpeed(40, 0, 1_000))
  expect(edgeSpeed(40, 0, 1_000)).toBeLessThan(0)
  expect(edgeSpeed(995, 0, 1_000)).toBeGreaterThan(0)
})
