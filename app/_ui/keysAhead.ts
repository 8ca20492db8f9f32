import { flushSync } from 'react-dom'

/** How long a part that is here may take to give its field the focus. */
const FOCUS_MS = 500
const TEXT_TYPES = ['text', 'search', 'url', 'tel', 'password']
type TextField = HTMLInputElement | HTMLTextAreaElement

const holds = new Set<object>()
let keys: string[] = []
let listening = new AbortController()

/**
 * Keeps what is typed while the part that it is meant for is still being fetched, and types it
 * into the first text field that takes the focus. Nobody who is quicker than the network loses a
 * letter, and no letter is taken for a shortcut. `arrived` says that the part is here and about to
 * take the focus, `gone` that it will not come: what was typed is then dropped.
 */
export function holdKeys(): { arrived: () => void; gone: () => void } {
  const hold = {}
  let hasArrived = false
  if (holds.size === 0) listen()
  holds.add(hold)
  const end = () => {
    if (holds.delete(hold) && holds.size === 0) stop()
  }
  return {
    arrived: () => {
      hasArrived = true
      setTimeout(end, FOCUS_MS)
    },
    gone: () => {
      if (!hasArrived) end()
    },
  }
}

function listen() {
  listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', keep, options)
  window.addEventListener(
    'focusin',
    ({ target }) => isTextField(target) && handOver(target),
    options,
  )
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
