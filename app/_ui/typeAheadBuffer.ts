import { flushSync } from 'react-dom'
import { openOverlaySelector } from './hotkeys'

/** Maximum time that a loaded component may take to focus its field. */
const FOCUS_MS = 3_000
const TEXT_TYPES = ['text', 'search', 'url', 'tel', 'password']
type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Components that keys are buffered for, and whether their code is loaded. */
const waitingParts = new Map<object, 'loading' | 'loaded'>()
let bufferedKeys: string[] = []
let listening = new AbortController()

/**
 * Buffers keys while the component that they are meant for is loading, and types them into the
 * first text field that gets the focus. No letter is lost or taken for a shortcut. Call `loaded`
 * when the component is about to take the focus, or `cancel` when it will not appear, which drops
 * the keys. A component that focuses a button, such as a confirmation, handles its keys itself from
 * then on. Esc and a press outside close a component that has not taken the focus yet, so they end
 * the wait for it.
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
  window.addEventListener('pointerdown', stopWaitingForFocus, options)
}

/** Stops waiting for the components that are loaded but have not taken the focus. */
function stopWaitingForFocus() {
  for (const [part, state] of waitingParts) if (state === 'loaded') stopWaiting(part)
}

function onFocusIn(target: EventTarget | null) {
  if (isTextField(target)) typeInto(target)
  else if (target instanceof Element && target.closest(`${openOverlaySelector} *`))
    stopWaitingForFocus()
}

function stopListening() {
  listening.abort()
  waitingParts.clear()
  bufferedKeys = []
}

function bufferKey(event: KeyboardEvent) {
  const { key, target } = event
  if (key === 'Escape') {
    bufferedKeys = []
    stopWaitingForFocus()
  }
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
  // An effect may have set the focus, and React cannot flush updates key by key inside an effect.
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
