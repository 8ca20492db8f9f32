import { ComboboxPopup } from './Combobox'
import { preloadPalette } from './CommandPalette'
import { preloadDialog } from './Dialog'
import { preloadMenu } from './Menu'
import { preloadPopover } from './Popover'
import { preloadSheet } from './Sheet'

/**
 * Loads the code of all popups and dialogs one after another while the browser is idle, so that
 * they open at once and also without a connection. Call it after the page has settled.
 */
export async function prefetchOverlays(): Promise<void> {
  const preloads = [
    preloadSheet,
    ComboboxPopup.preload,
    preloadMenu,
    preloadDialog,
    preloadPopover,
    preloadPalette,
  ]
  for (const preload of preloads) {
    await whenIdle()
    await preload()
  }
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve())
    else setTimeout(resolve, 200)
  })
}
