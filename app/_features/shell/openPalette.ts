/** Overlays that any part of a workspace can request. LazyPalette listens. */
export type PaletteOverlay = 'palette' | 'create-project' | 'shortcuts'

const OPEN_EVENT = 'concord:openOverlay'

export const openPalette = () => requestOverlay('palette')

/** Opens the dialog that creates a project. */
export const openCreateProjectDialog = () => requestOverlay('create-project')

/** Opens the list of keyboard shortcuts. */
export const openShortcutsDialog = () => requestOverlay('shortcuts')

function requestOverlay(overlay: PaletteOverlay): void {
  document.dispatchEvent(new CustomEvent<PaletteOverlay>(OPEN_EVENT, { detail: overlay }))
}

/** Calls back for each requested overlay. Returns a function that stops it. */
export function onOverlayRequested(callback: (overlay: PaletteOverlay) => void): () => void {
  const listener = (event: Event) => callback((event as CustomEvent<PaletteOverlay>).detail)
  document.addEventListener(OPEN_EVENT, listener)
  return () => document.removeEventListener(OPEN_EVENT, listener)
}
