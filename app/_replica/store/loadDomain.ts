type Predict = typeof import('./predict').predict

let loadedPredict: Predict | null = null

/** Returns the function that predicts commands; null until the domain rules are loaded. */
export const getPredict = (): Predict | null => loadedPredict

/**
 * Loads the domain rules, which predict a command before the server has responded. Viewing a
 * project needs none of them, so they are loaded on the first interaction.
 */
export async function loadDomain(): Promise<void> {
  loadedPredict ??= (await import('./predict')).predict
}
