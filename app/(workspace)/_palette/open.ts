/** What can be asked for from anywhere in a workspace; PaletteDoor listens. */
export type Asked = 'palette' | 'create-project' | 'help'

const name = 'concord:ask'

/** Opens the palette. */
export const openPalette = () => ask('palette')

/** Opens the dialog in which a project is made. */
export const openCreateProject = () => ask('create-project')

/** Opens the list of keys. */
export const openHelp = () => ask('help')

function ask(what: Asked): void {
  document.dispatchEvent(new CustomEvent<Asked>(name, { detail: what }))
}

/** Hears what is asked for; gives back what ends the hearing. */
export function onAsked(hear: (what: Asked) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<Asked>).detail)
  document.addEventListener(name, listener)
  return () => document.removeEventListener(name, listener)
}
