export type Theme = 'system' | 'light' | 'dark'

const THEME_KEY = 'concord.theme'
const SIDEBAR_KEY = 'concord.sidebar'

/**
 * Runs in <head> before the first paint. Applies the stored theme and sidebar state to <html>, so
 * that neither flickers. A string, because it must not wait for any module.
 */
export const firstPaintScript = `try{var d=document.documentElement.dataset,s=localStorage,t=s.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if(s.getItem('${SIDEBAR_KEY}')==='closed')d.sidebar='closed'}catch(e){}`

/** Returns the chosen theme; `system` when none was chosen. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Applies and stores a theme. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  saveChoice(THEME_KEY, theme)
  document.dispatchEvent(new Event('concord:theme-changed'))
}

/** Opens or closes the sidebar and stores it. Returns true when it is open. */
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
    // Storage is disabled. The choice applies to this page only.
  }
}
