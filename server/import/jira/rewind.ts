import type { ImportedStep } from '@/domain/task/commands'
import type { Id, Moment } from '@/domain/words'
import { type Change, difference, type Picture, redo, undo } from './picture'

/** The changes that one person made at one moment. */
export interface Entry {
  at: Moment
  actor: Id
  changes: Change[]
}

/** How the story ends where its entries do not lead to the picture: who is named, and when. */
export interface Mend {
  at: Moment
  /** Asked only when there is something to mend. */
  actor: () => Id
}

/**
 * Finds how a task began by undoing its history from its present picture, and tells the history
 * forward from there. Where the entries do not lead back to the picture (Jira lost some, or kept
 * other names), a last step makes up for it, so that the first picture and the steps always come
 * to the present one.
 * @param entries oldest first
 */
export function rewind(
  picture: Picture,
  entries: Entry[],
  mend: Mend,
): { first: Picture; steps: ImportedStep[]; mended: boolean } {
  const changes = entries.flatMap((entry) => entry.changes)
  const first = changes.reduceRight(undo, picture)
  const steps: ImportedStep[] = []
  let now = first
  for (const { at, actor, changes } of entries) {
    const next = changes.reduce(redo, now)
    const step = difference(now, next)
    if (step) steps.push({ at, actor, ...step })
    now = next
  }
  const rest = difference(now, picture)
  if (!rest) return { first, steps, mended: false }
  const at = [mend.at, ...steps.slice(-1).map((step) => step.at)].sort().at(-1) ?? mend.at
  steps.push({ at, actor: mend.actor(), ...rest })
  return { first, steps, mended: true }
}
