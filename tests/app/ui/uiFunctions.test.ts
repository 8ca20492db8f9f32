import { expect, test } from 'vitest'
import { initials } from '@/app/_ui/Avatar'
import { matchesQuery, selectedIds, withCreateOption } from '@/app/_ui/comboboxOptions'
import { formatRelativeTime } from '@/app/_ui/formatRelativeTime'
import { hues, toHue } from '@/app/_ui/hues'
import { nestHeadings } from '@/app/_ui/nestHeadings'

const now = Date.UTC(2026, 2, 12, 12)

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 min ago'],
  [59 * 60_000, '59 min ago'],
  [3_600_000, '1 h ago'],
  [23.9 * 3_600_000, '23 h ago'],
  [6 * 86_400_000, '6 d ago'],
])('a time %i ms ago is shown as “%s”', (past, words) => {
  expect(formatRelativeTime(now - past, now)).toBe(words)
})

test('earlier days and other years are shown as dates', () => {
  expect(formatRelativeTime(Date.UTC(2026, 1, 1, 12), now)).toBe('2 Feb')
  expect(formatRelativeTime(Date.UTC(2024, 1, 1, 6), now)).toBe('1 Feb 2024')
})

test.each([
  ['Ana Lima', 'AL'],
  ['zoë', 'Z'],
  ['jonas.van-der.berg@example.com', 'JC'],
  ['李 小龍', '李小'],
  ['', '?'],
])('the initials of “%s” are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a hue is found by its name, any other text always gets the same hue, and all hues are used', () => {
  expect(toHue('teal')).toBe('teal')
  expect(toHue('Ana Lima')).toBe(toHue('Ana Lima'))
  const given = new Map<string, number>()
  for (let one = 0; one < 4000; one++) {
    const hue = toHue(`person-${one}`)
    given.set(hue, (given.get(hue) ?? 0) + 1)
  }
  expect([...given.keys()].toSorted()).toEqual(hues.filter((hue) => hue !== 'slate').toSorted())
  expect(Math.min(...given.values())).toBeGreaterThan(400)
})

test('an option matches by every word, ignoring case and accents', () => {
  const zoe = { id: '1', label: 'Zoë Martin', keywords: 'zm@example.com' }
  expect(matchesQuery(zoe, 'zoe mar')).toBe(true)
  expect(matchesQuery(zoe, 'MARTIN example')).toBe(true)
  expect(matchesQuery(zoe, 'zoe lima')).toBe(false)
  expect(matchesQuery(zoe, '')).toBe(true)
})

test('text that names no option can be created as a new one', () => {
  const options = [{ id: 'a', label: 'Api' }]
  expect(withCreateOption(options, ' api ').created).toBeUndefined()
  expect(withCreateOption(options, 'ui').items.map((option) => option.label)).toEqual([
    'Api',
    'Create “ui”',
  ])
})

test('selected ids that are not in the list survive a change', () => {
  const options = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ]
  expect(selectedIds(['gone', 'a'], options, [{ id: 'b', label: 'B' }])).toEqual(['gone', 'b'])
})

test('headings of a text are moved below those of the page and skip no level', () => {
  const heading = (depth: number) => ({ type: 'heading', depth })
  const root = { type: 'root', children: [heading(2), heading(4), heading(2), heading(1)] }
  nestHeadings()(root)
  expect(root.children.map((node) => node.depth)).toEqual([3, 4, 3, 3])
})
