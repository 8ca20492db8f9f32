type Forecast = typeof import('./forecast').forecast

let here: Forecast | null = null

/** How commands are forecast in this window; null until the rules have been fetched. */
export const rulesHere = (): Forecast | null => here

/**
 * Fetches the rules by which a command shows before the server has answered. To look at a project
 * needs none of them, so they come with the first sign that somebody uses it.
 */
export async function fetchRules(): Promise<void> {
  here ??= (await import('./forecast')).forecast
}
