import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addHotkeys, type Hotkeys } from '@/app/_ui/hotkeys'

/** Just enough of a page to press keys on: no browser is needed to judge which key does what. */
class Field {
  closest = () => this
}
let overlayOpen = false
let press: (event: object) => void = () => {}
const removers: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Element', Field)
  vi.stubGlobal('document', {
    addEventListener: (_: string, listener: typeof press) => {
      press = listener
    },
    removeEventListener: () => {
      press = () => {}
    },
    querySelector: () => (overlayOpen ? {} : null),
  })
})

afterEach(() => {
  for (const remove of removers.splice(0)) remove()
  overlayOpen = false
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const add = (keys: Hotkeys) => {
  const remove = addHotkeys(() => keys)
  removers.push(remove)
  return remove
}

/** Presses a key and tells whether somebody took it. */
function hit(key: string, more: object = {}): boolean {
  const preventDefault = vi.fn()
  press({ key, target: {}, preventDefault, ...more })
  return preventDefault.mock.calls.length > 0
}

test('a letter runs its action, a letter nobody named is left alone', () => {
  const create = vi.fn()
  add({ c: create })
  expect(hit('c')).toBe(true)
  expect(hit('x')).toBe(false)
  expect(create).toHaveBeenCalledTimes(1)
})

test('while somebody types, letters are letters; Ctrl with a letter still works', () => {
  const create = vi.fn()
  const palette = vi.fn()
  add({ c: create, 'mod+k': palette })
  expect(hit('c', { target: new Field() })).toBe(false)
  expect(hit('k', { target: new Field(), ctrlKey: true })).toBe(true)
  expect(create).not.toHaveBeenCalled()
  expect(palette).toHaveBeenCalledTimes(1)
})

test('with a dialog or menu open, letters do not reach the page behind', () => {
  const create = vi.fn()
  add({ c: create })
  overlayOpen = true
  expect(hit('c')).toBe(false)
  expect(create).not.toHaveBeenCalled()
})

test('who came last has the key, can hand it on, and gives it back when gone', () => {
  const board = vi.fn()
  const panel = vi.fn()
  add({ s: board })
  const removePanel = add({ s: panel })
  hit('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([0, 1])
  panel.mockReturnValue(false)
  hit('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([1, 2])
  removePanel()
  hit('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([2, 2])
})

test('two keys after another go to a place; too slow, they are two keys', () => {
  const board = vi.fn()
  add({ 'g b': board })
  hit('g')
  hit('b')
  expect(board).toHaveBeenCalledTimes(1)
  hit('g')
  vi.advanceTimersByTime(2000)
  hit('b')
  expect(board).toHaveBeenCalledTimes(1)
})

test('signs need no shift in their name, letters and arrows do', () => {
  const help = vi.fn()
  const up = vi.fn()
  const capital = vi.fn()
  add({ '?': help, 'shift+ArrowUp': up, 'shift+a': capital })
  hit('?', { shiftKey: true })
  hit('ArrowUp', { shiftKey: true })
  hit('A', { shiftKey: true })
  hit('a')
  expect([help, up, capital].map((action) => action.mock.calls.length)).toEqual([1, 1, 1])
})
