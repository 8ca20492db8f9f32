import type { Id, Instant } from '@/domain/kernel/primitives'
import type { ImportedStep } from '@/domain/task/commands'
import {
  applyChange,
  diffSnapshots,
  type ImportedChange,
  revertChange,
  type TaskSnapshot,
} from './taskSnapshot'

/** The changes that one person made at one moment. */
export interface ImportedHistoryEntry {
  at: Instant
  actor: Id
  changes: ImportedChange[]
}

/** How the story ends where its entries do not lead to the picture: who is named, and when. */
export interface Correction {
  at: Instant
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
export function reconstructHistory(
  snapshot: TaskSnapshot,
  entries: ImportedHistoryEntry[],
  correction: Correction,
): { first: TaskSnapshot; steps: ImportedStep[]; corrected: boolean } {
  const changes = entries.flatMap((entry) => entry.changes)
  const first = changes.reduceRight(revertChange, snapshot)
  const steps: ImportedStep[] = []
  let now = first
  for (const { at, actor, changes } of entries) {
    const next = changes.reduce(applyChange, now)
    const step = diffSnapshots(now, next)
    if (step) steps.push({ at, actor, ...step })
    now = next
  }
  const remaining = diffSnapshots(now, snapshot)
  if (!remaining) return { first, steps, corrected: false }
  const at =
    [correction.at, ...steps.slice(-1).map((step) => step.at)].sort().at(-1) ?? correction.at
  steps.push({ at, actor: correction.actor(), ...remaining })
  return { first, steps, corrected: true }
}
