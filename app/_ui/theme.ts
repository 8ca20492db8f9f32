export type Theme = 'system' | 'light' | 'dark'

const themeKey = 'concord.theme'
const sideKey = 'concord.side'

/**
 * Runs in <head>, before anything is painted: puts the reader's choices of theme and side bar on
 * <html>, so that neither flashes. Kept as text because it must not wait for any module.
 */
export const beforeFirstPaint = `try{var d=document.documentElement.dataset,s=localStorage,t=s.getItem('${themeKey}');if(t==='light'||t==='dark')d.theme=t;if(s.getItem('${sideKey}')==='closed')d.side='closed'}catch(e){}`

/** The theme the reader chose; `system` where none was. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows the theme at once, here and in this browser's next pages. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  keep(themeKey, theme)
  document.dispatchEvent(new Event('concord:theme'))
}

/** Opens or closes the side bar, here and in this browser's next pages; tells whether it is open. */
export function toggleSide(): boolean {
  const closed = document.documentElement.dataset.side !== 'closed'
  if (closed) document.documentElement.dataset.side = 'closed'
  else delete document.documentElement.dataset.side
  keep(sideKey, closed ? 'closed' : 'open')
  return !closed
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is switched off: the choice holds for this page alone.
  }
}
