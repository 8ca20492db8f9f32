type Go = () => void

let guard: ((go: Go) => void) | null = null

/** Goes elsewhere by something that is no link; where work would be lost, its owner is asked first. */
export function leave(go: Go): void {
  if (guard) guard(go)
  else go()
}

/** Lets somebody decide from now on whether the page is left; gives what ends that. */
export function guardLeaving(ask: (go: Go) => void): () => void {
  guard = ask
  return () => {
    if (guard === ask) guard = null
  }
}
