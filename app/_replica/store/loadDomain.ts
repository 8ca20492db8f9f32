type Predict = typeof import('./predict').predict

let loadedPredict: Predict | null = null

/** How commands are forecast in this window; null until the rules have been fetched. */
export const getPredict = (): Predict | null => loadedPredict

/**
 * Fetches the rules by which a command shows before the server has answered. To look at a project
 * needs none of them, so they come with the first sign that somebody uses it.
 */
export async function loadDomain(): Promise<void> {
  loadedPredict ??= (await import('./predict')).predict
}
