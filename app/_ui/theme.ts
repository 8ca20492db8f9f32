export type Theme = 'system' | 'light' | 'dark'

const THEME_KEY = 'concord.theme'
const SIDEBAR_KEY = 'concord.sidebar'

/**
 * Runs in <head>, before anything is painted: puts the reader's choices of theme and side bar on
 * <html>, so that neither flashes. Kept as text because it must not wait for any module.
 */
export const firstPaintScript = `try{var d=document.documentElement.dataset,s=localStorage,t=s.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if(s.getItem('${SIDEBAR_KEY}')==='closed')d.sidebar='closed'}catch(e){}`

/** The theme the reader chose; `system` where none was. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows the theme at once, here and in this browser's next pages. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  saveChoice(THEME_KEY, theme)
  document.dispatchEvent(new Event('concord:theme-changed'))
}

/** Opens or closes the side bar, here and in this browser's next pages; tells whether it is open. */
export function toggleSidebar(): boolean {
  const isClosed = document.documentElement.dataset.sidebar !== 'closed'
  if (isClosed) document.documentElement.dataset.sidebar = 'closed'
  else delete document.documentElement.dataset.sidebar
  saveChoice(SIDEBAR_KEY, isClosed ? 'closed' : 'open')
  return !isClosed
}

function saveChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is switched off: the choice holds for this page alone.
  }
}
