/** What can be asked for from anywhere in a workspace; LazyPalette listens. */
export type PaletteOverlay = 'palette' | 'create-project' | 'shortcuts'

const OPEN_EVENT = 'concord:openOverlay'

/** Opens the palette. */
export const openPalette = () => requestOverlay('palette')

/** Opens the dialog in which a project is made. */
export const openCreateProjectDialog = () => requestOverlay('create-project')

/** Opens the list of keys. */
export const openShortcutsDialog = () => requestOverlay('shortcuts')

function requestOverlay(overlay: PaletteOverlay): void {
  document.dispatchEvent(new CustomEvent<PaletteOverlay>(OPEN_EVENT, { detail: overlay }))
}

/** Hears what is asked for; gives back what ends the hearing. */
export function onOverlayRequested(callback: (overlay: PaletteOverlay) => void): () => void {
  const listener = (event: Event) => callback((event as CustomEvent<PaletteOverlay>).detail)
  document.addEventListener(OPEN_EVENT, listener)
  return () => document.removeEventListener(OPEN_EVENT, listener)
}
