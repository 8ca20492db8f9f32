import { describe, expect, test } from 'vitest'
import { push } from '@/app/(workspace)/_drag/autoScroll'
import { suggestKey, toKey } from '@/app/(workspace)/_frame/suggest-key'
import { dueLabel } from '@/app/(workspace)/[workspace]/[project]/board/card/due'
import { filterOf, withFilter } from '@/app/(workspace)/[workspace]/[project]/board/filter/address'

describe('the key that a name suggests', () => {
  test.each([
    ['Website', 'WEB'],
    ['Mobile app', 'MA'],
    ['Ünder the Sea', 'UTS'],
    ['3 little pigs', 'LP'],
    ['X', 'X1'],
    ['日本', ''],
    ['', ''],
  ])('%s → %s', (name, key) => expect(suggestKey(name, [])).toBe(key))

  test('is numbered where it is taken, and never too long', () => {
    expect(suggestKey('Website', ['WEB', 'WEB2'])).toBe('WEB3')
    expect(suggestKey('a b c d e f g h i j k l m', []).length).toBeLessThanOrEqual(10)
    expect(toKey('1 my-kéy!')).toBe('MYKEY')
  })
})

describe('the filter in the address', () => {
  const person = '01a1fb84-e69a-7011-830a-5b47ecd34d37'

  test('comes back as it was written, beside what else is there', () => {
    const filter = {
      text: 'a & b',
      people: [person, 'none'],
      labels: ['x y'],
      types: ['bug' as const],
    }
    const address = withFilter(new URLSearchParams('task=ALO-1&q=old'), filter)
    expect(filterOf(address)).toEqual(filter)
    expect(address.get('task')).toBe('ALO-1')
    expect(withFilter(address, {}).toString()).toBe('task=ALO-1')
  })

  test('what makes no sense is passed over', () => {
    const address = new URLSearchParams('q=%20&person=me&type=wish&label=')
    expect(filterOf(address)).toEqual({})
  })
})

describe('a due date on a card', () => {
  test.each([
    ['2026-03-01', { late: true, label: '1 Mar' }],
    ['2026-03-12', { late: false, label: 'Today' }],
    ['2026-03-13', { late: false, label: 'Tomorrow' }],
    ['2026-03-19', { late: false, label: '19 Mar' }],
    ['2026-03-20', null],
    [null, null],
  ])('%s', (due, said) => expect(dueLabel(due, false, '2026-03-12')).toEqual(said))

  test('says nothing once the task is done', () => {
    expect(dueLabel('2026-03-01', true, '2026-03-12')).toBeNull()
  })
})

test('a drag scrolls near an edge only, faster the nearer it is', () => {
  expect(push(500, 0, 1_000)).toBe(0)
  expect(push(10, 0, 1_000)).toBeLessThan(push(40, 0, 1_000))
  expect(push(40, 0, 1_000)).toBeLessThan(0)
  expect(push(995, 0, 1_000)).toBeGreaterThan(0)
})
