import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addHotkeys, type Hotkeys } from '@/app/_ui/hotkeys'

/** Just enough of a page to press keys on: no browser is needed to judge which key does what. */
class FakeElement {
  closest = () => this
}
let isOverlayOpen = false
let press: (event: object) => void = () => {}
const removers: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Element', FakeElement)
  vi.stubGlobal('document', {
    addEventListener: (_: string, listener: typeof press) => {
      press = listener
    },
    removeEventListener: () => {
      press = () => {}
    },
    querySelector: () => (isOverlayOpen ? {} : null),
  })
})

afterEach(() => {
  for (const remove of removers.splice(0)) remove()
  isOverlayOpen = false
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const addTestHotkeys = (keys: Hotkeys) => {
  const remove = addHotkeys(() => keys)
  removers.push(remove)
  return remove
}

/** Presses a key and tells whether somebody took it. */
function pressKey(key: string, more: object = {}): boolean {
  const preventDefault = vi.fn()
  press({ key, target: {}, preventDefault, ...more })
  return preventDefault.mock.calls.length > 0
}

test('a letter runs its action, a letter nobody named is left alone', () => {
  const create = vi.fn()
  addTestHotkeys({ c: create })
  expect(pressKey('c')).toBe(true)
  expect(pressKey('x')).toBe(false)
  expect(create).toHaveBeenCalledTimes(1)
})

test('while somebody types, letters are letters; Ctrl with a letter still works', () => {
  const create = vi.fn()
  const palette = vi.fn()
  addTestHotkeys({ c: create, 'mod+k': palette })
  expect(pressKey('c', { target: new FakeElement() })).toBe(false)
  expect(pressKey('k', { target: new FakeElement(), ctrlKey: true })).toBe(true)
  expect(create).not.toHaveBeenCalled()
  expect(palette).toHaveBeenCalledTimes(1)
})

test('with a dialog or menu open, letters do not reach the page behind', () => {
  const create = vi.fn()
  addTestHotkeys({ c: create })
  isOverlayOpen = true
  expect(pressKey('c')).toBe(false)
  expect(create).not.toHaveBeenCalled()
})

test('who came last has the key, can hand it on, and gives it back when gone', () => {
  const board = vi.fn()
  const panel = vi.fn()
  addTestHotkeys({ s: board })
  const removePanel = addTestHotkeys({ s: panel })
  pressKey('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([0, 1])
  panel.mockReturnValue(false)
  pressKey('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([1, 2])
  removePanel()
  pressKey('s')
  expect([board.mock.calls.length, panel.mock.calls.length]).toEqual([2, 2])
})

test('two keys after another go to a place; too slow, they are two keys', () => {
  const board = vi.fn()
  addTestHotkeys({ 'g b': board })
  pressKey('g')
  pressKey('b')
  expect(board).toHaveBeenCalledTimes(1)
  pressKey('g')
  vi.advanceTimersByTime(2000)
  pressKey('b')
  expect(board).toHaveBeenCalledTimes(1)
})

test('signs need no shift in their name, letters and arrows do', () => {
  const help = vi.fn()
  const up = vi.fn()
  const capital = vi.fn()
  addTestHotkeys({ '?': help, 'shift+ArrowUp': up, 'shift+a': capital })
  pressKey('?', { shiftKey: true })
  pressKey('ArrowUp', { shiftKey: true })
  pressKey('A', { shiftKey: true })
  pressKey('a')
  expect([help, up, capital].map((action) => action.mock.calls.length)).toEqual([1, 1, 1])
})
