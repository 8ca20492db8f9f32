import { rankBetween } from '../kernel/rank'
import type { Sprint } from './sprint'

/**
 * Returns a rank directly before a sprint, or at the end when it is null. The ranks of removed
 * sprints stay reserved.
 */
export function rankBefore(sprints: Sprint[], before: string | null): string {
  const at = sprints.findIndex((sprint) => sprint.id === before)
  const [lower, upper] = at < 0 ? [sprints.at(-1)] : [sprints[at - 1], sprints[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
