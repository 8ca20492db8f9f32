/** What a key does; `false` hands it on to whoever listened before. */
export type HotkeyAction = (event: KeyboardEvent) => unknown
/** `c`, `?`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+a`, `Escape`, or two after another: `g b`. */
export type Hotkeys = Record<string, HotkeyAction>

const SEQUENCE_MS = 1200
const layers: { keys: () => Hotkeys }[] = []
let prefix = ''
let prefixAt = 0

const textFieldSelector =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable="true"]'
const overlaySelector = '[data-overlay]'
/** Of what floats, that which is not fading away. */
export const openOverlaySelector = '[data-overlay]:not([data-closed])'

/** The name of a pressed key as Hotkeys write it. */
function hotkeyName(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  // Shift is part of a sign such as "?", but it is a key of its own beside letters and arrows.
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? 'shift+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return mod + shift + key
}

function isTypingOrInOverlay(event: KeyboardEvent): boolean {
  const inField =
    event.target instanceof Element && event.target.closest(textFieldSelector) !== null
  // What fades away takes no letters any more; but the Escape or Enter that closed it is not meant for the page.
  const isCharacter = event.key.length === 1 && event.key !== ' '
  return (
    inField || document.querySelector(isCharacter ? openOverlaySelector : overlaySelector) !== null
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const name = hotkeyName(event)
  // With Ctrl or Cmd a key is meant even while typing; alone it is a letter.
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

/** Adds a layer of keys over all that are there; gives back what takes it off again. */
export function addHotkeys(keys: () => Hotkeys): () => void {
  const layer = { keys }
  if (layers.length === 0) document.addEventListener('keydown', onKeyDown)
  layers.push(layer)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    if (layers.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}
