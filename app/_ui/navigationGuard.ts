type Navigate = () => void

let guard: ((go: Navigate) => void) | null = null

/** Navigates by something other than a link. Asks first when unsaved work would be lost. */
export function navigateGuarded(navigate: Navigate): void {
  if (guard) guard(navigate)
  else navigate()
}

/**
 * Sets a function that decides whether the page may be left. Returns a function that removes it.
 */
export function setNavigationGuard(confirmLeaving: (go: Navigate) => void): () => void {
  guard = confirmLeaving
  return () => {
    if (guard === confirmLeaving) guard = null
  }
}
