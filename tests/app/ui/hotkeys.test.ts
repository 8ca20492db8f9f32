import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addHotkeys, type Hotkeys } from '@/app/_ui/hotkeys'

/** A minimal fake of a page for key events, so that no browser is needed. */
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

/** Presses a key and returns true when a handler took it. */
function pressKey(key: string, more: object = {}): boolean {
  const preventDefault = vi.fn()
  press({ key, target: {}, preventDefault, ...more })
  return preventDefault.mock.calls.length > 0
}

test('a letter runs its action, and other letters are ignored', () => {
  const create = vi.fn()
  addTestHotkeys({ c: create })
  expect(pressKey('c')).toBe(true)
  expect(pressKey('x')).toBe(false)
  expect(create).toHaveBeenCalledTimes(1)
})

test('letters do nothing while the user types, but Ctrl with a letter still works', () => {
  const create = vi.fn()
  const palette = vi.fn()
  addTestHotkeys({ c: create, 'mod+k': palette })
  expect(pressKey('c', { target: new FakeElement() })).toBe(false)
  expect(pressKey('k', { target: new FakeElement(), ctrlKey: true })).toBe(true)
  expect(create).not.toHaveBeenCalled()
  expect(palette).toHaveBeenCalledTimes(1)
})

test('letters do not reach the page behind an open dialog or menu', () => {
  const create = vi.fn()
  addTestHotkeys({ c: create })
  isOverlayOpen = true
  expect(pressKey('c')).toBe(false)
  expect(create).not.toHaveBeenCalled()
})

test('the component mounted last handles a key, can pass it on and releases it when unmounted', () => {
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

test('two keys in a row are a sequence, unless they are too far apart', () => {
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

test('characters are named without Shift, letters and arrow keys with it', () => {
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
