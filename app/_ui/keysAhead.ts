import { flushSync } from 'react-dom'
import { openOverlay } from './hotkeys'

/** How long a part that is here may take to give its field the focus. */
const FOCUS_MS = 500
const TEXT_TYPES = ['text', 'search', 'url', 'tel', 'password']
type TextField = HTMLInputElement | HTMLTextAreaElement

/** What is waited for, and whether its code is here already. */
const holds = new Map<object, 'fetched' | 'here'>()
let keys: string[] = []
let listening = new AbortController()

/**
 * Keeps what is typed while the part that it is meant for is still being fetched, and types it
 * into the first text field that takes the focus. Nobody who is quicker than the network loses a
 * letter, and no letter is taken for a shortcut. `arrived` says that the part is here and about to
 * take the focus, `gone` that it will not come: what was typed is then dropped. A part that gives
 * the focus to a button, as a question does, takes its keys itself from then on.
 */
export function holdKeys(): { arrived: () => void; gone: () => void } {
  const hold = {}
  if (holds.size === 0) listen()
  holds.set(hold, 'fetched')
  return {
    arrived: () => {
      if (!holds.has(hold)) return
      holds.set(hold, 'here')
      setTimeout(() => end(hold), FOCUS_MS)
    },
    gone: () => {
      if (holds.get(hold) === 'fetched') end(hold)
    },
  }
}

function end(hold: object) {
  if (holds.delete(hold) && holds.size === 0) stop()
}

function listen() {
  listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', keep, options)
  window.addEventListener('focusin', ({ target }) => follow(target), options)
}

function follow(focused: EventTarget | null) {
  if (isTextField(focused)) handOver(focused)
  else if (focused instanceof Element && focused.closest(`${openOverlay} *`))
    for (const [hold, state] of holds) if (state === 'here') end(hold)
}

function stop() {
  listening.abort()
  holds.clear()
  keys = []
}

function keep(event: KeyboardEvent) {
  const { key, target } = event
  const isChord = event.ctrlKey || event.metaKey || event.altKey
  const isKept = key.length === 1 || key === 'Enter' || key === 'Backspace'
  if (isChord || !isKept || event.isComposing || isTextField(target)) return
  event.preventDefault()
  event.stopPropagation()
  if (key === 'Backspace') keys.pop()
  else keys.push(key)
}

function handOver(field: TextField) {
  const typed = keys
  stop()
  // The focus may come out of an effect, in which React cannot follow key by key.
  queueMicrotask(() => {
    for (const key of typed) flushSync(() => press(field, key))
  })
}

function press(field: TextField, key: string) {
  if (key === 'Enter') {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return
  }
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(
    new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }),
  )
}

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && TEXT_TYPES.includes(target.type)
}
