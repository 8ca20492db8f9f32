import { rankBetween } from '../kernel/rank'
import type { Sprint } from './sprint'

/** A rank right before a sprint; last where none is named. Removed ones keep their places. */
export function rankBefore(sprints: Sprint[], before: string | null): string {
  const at = sprints.findIndex((sprint) => sprint.id === before)
  const [lower, upper] = at < 0 ? [sprints.at(-1)] : [sprints[at - 1], sprints[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
