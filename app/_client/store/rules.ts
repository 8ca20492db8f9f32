type Rules = typeof import('./forecast')

let here: Rules | null = null

/** How commands are forecast in this window; null until the rules have been fetched. */
export const rulesHere = (): Rules['forecast'] | null => here?.forecast ?? null

/** What the workflow says of a move; null until the rules have been fetched: the server knows. */
export const mayMoveHere = (): Rules['mayMove'] | null => here?.mayMove ?? null

/**
 * Fetches the rules by which a command shows before the server has answered. To look at a project
 * needs none of them, so they come with the first sign that somebody uses it.
 */
export async function fetchRules(): Promise<void> {
  here ??= await import('./forecast')
}
