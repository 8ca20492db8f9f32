type Navigate = () => void

let guard: ((go: Navigate) => void) | null = null

/** Goes elsewhere by something that is no link; where work would be lost, its owner is asked first. */
export function navigateGuarded(navigate: Navigate): void {
  if (guard) guard(navigate)
  else navigate()
}

/** Lets somebody decide from now on whether the page is left; gives what ends that. */
export function setNavigationGuard(confirmLeaving: (go: Navigate) => void): () => void {
  guard = confirmLeaving
  return () => {
    if (guard === confirmLeaving) guard = null
  }
}
