/** The action of a key. Returns `false` to pass the key on to the layer below. */
export type HotkeyAction = (event: KeyboardEvent) => unknown
/**
 * Keys such as `c`, `?`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+a`, `Escape`, or a sequence of
 * two: `g b`.
 */
export type Hotkeys = Record<string, HotkeyAction>

const SEQUENCE_MS = 1200
const layers: { keys: () => Hotkeys }[] = []
let prefix = ''
let prefixAt = 0

const textFieldSelector =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable="true"]'
const overlaySelector = '[data-overlay]'
/** Matches open popups and dialogs, except those that are closing. */
export const openOverlaySelector = '[data-overlay]:not([data-closed])'

/** Returns the name of a pressed key as used in Hotkeys. */
function hotkeyName(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  // Shift is part of a character such as "?", but a modifier of letters and arrow keys.
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? 'shift+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return mod + shift + key
}

function isTypingOrInOverlay(event: KeyboardEvent): boolean {
  const inField =
    event.target instanceof Element && event.target.closest(textFieldSelector) !== null
  // A closing popup receives no more characters, but the Escape or Enter that closed it is not
  // meant for the page.
  const isCharacter = event.key.length === 1 && event.key !== ' '
  return (
    inField || document.querySelector(isCharacter ? openOverlaySelector : overlaySelector) !== null
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const name = hotkeyName(event)
  // With Ctrl or Cmd a key counts even while typing; alone it is text.
  if (!name.startsWith('mod+') && isTypingOrInOverlay(event)) return
  const sequence = Date.now() - prefixAt < SEQUENCE_MS ? `${prefix} ${name}` : ''
  prefix = name
  prefixAt = Date.now()
  for (const { keys } of layers.toReversed()) {
    const action = keys()[sequence] ?? keys()[name]
    if (!action || action(event) === false) continue
    event.preventDefault()
    prefixAt = 0
    return
  }
}

/** Adds a layer of keys above all others. Returns a function that removes it. */
export function addHotkeys(keys: () => Hotkeys): () => void {
  const layer = { keys }
  if (layers.length === 0) document.addEventListener('keydown', onKeyDown)
  layers.push(layer)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    if (layers.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}
