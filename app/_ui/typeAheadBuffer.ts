import { flushSync } from 'react-dom'
import { openOverlaySelector } from './hotkeys'

/** How long a part that is here may take to give its field the focus. */
const FOCUS_MS = 500
const TEXT_TYPES = ['text', 'search', 'url', 'tel', 'password']
type TextControl = HTMLInputElement | HTMLTextAreaElement

/** What is waited for, and whether its code is here already. */
const waitingParts = new Map<object, 'loading' | 'loaded'>()
let bufferedKeys: string[] = []
let listening = new AbortController()

/**
 * Keeps what is typed while the part that it is meant for is still being fetched, and types it
 * into the first text field that takes the focus. Nobody who is quicker than the network loses a
 * letter, and no letter is taken for a shortcut. `arrived` says that the part is here and about to
 * take the focus, `gone` that it will not come: what was typed is then dropped. A part that gives
 * the focus to a button, as a question does, takes its keys itself from then on.
 */
export function bufferKeys(): { loaded: () => void; cancel: () => void } {
  const part = {}
  if (waitingParts.size === 0) startListening()
  waitingParts.set(part, 'loading')
  return {
    loaded: () => {
      if (!waitingParts.has(part)) return
      waitingParts.set(part, 'loaded')
      setTimeout(() => stopWaiting(part), FOCUS_MS)
    },
    cancel: () => {
      if (waitingParts.get(part) === 'loading') stopWaiting(part)
    },
  }
}

function stopWaiting(part: object) {
  if (waitingParts.delete(part) && waitingParts.size === 0) stopListening()
}

function startListening() {
  listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', bufferKey, options)
  window.addEventListener('focusin', ({ target }) => onFocusIn(target), options)
}

function onFocusIn(target: EventTarget | null) {
  if (isTextField(target)) typeInto(target)
  else if (target instanceof Element && target.closest(`${openOverlaySelector} *`))
    for (const [hold, state] of waitingParts) if (state === 'loaded') stopWaiting(hold)
}

function stopListening() {
  listening.abort()
  waitingParts.clear()
  bufferedKeys = []
}

function bufferKey(event: KeyboardEvent) {
  const { key, target } = event
  const isChord = event.ctrlKey || event.metaKey || event.altKey
  const isKept = key.length === 1 || key === 'Enter' || key === 'Backspace'
  if (isChord || !isKept || event.isComposing || isTextField(target)) return
  event.preventDefault()
  event.stopPropagation()
  if (key === 'Backspace') bufferedKeys.pop()
  else bufferedKeys.push(key)
}

function typeInto(field: TextControl) {
  const keys = bufferedKeys
  stopListening()
  // The focus may come out of an effect, in which React cannot follow key by key.
  queueMicrotask(() => {
    for (const key of keys) flushSync(() => typeKey(field, key))
  })
}

function typeKey(field: TextControl, key: string) {
  if (key === 'Enter') {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return
  }
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(
    new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }),
  )
}

function isTextField(target: EventTarget | null): target is TextControl {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && TEXT_TYPES.includes(target.type)
}
