import type { Id, Instant } from '@/domain/kernel/primitives'
import type { ImportedStep } from '@/domain/task/commands'
import {
  applyChange,
  diffSnapshots,
  type ImportedChange,
  revertChange,
  type TaskSnapshot,
} from './taskSnapshot'

/** The changes that one person made at one time. */
export interface ImportedHistoryEntry {
  at: Instant
  actor: Id
  changes: ImportedChange[]
}

/**
 * The author and time of a final step that corrects a history that does not end in the current
 * snapshot.
 */
export interface Correction {
  at: Instant
  /** Called only when a correction is needed. */
  actor: () => Id
}

/**
 * Reconstructs the first snapshot of a task by undoing its history from the current snapshot, then
 * returns the steps forward from there. When the entries do not lead to the current snapshot (Jira
 * lost some, or contains old names), a last step corrects the difference, so that the first
 * snapshot plus all steps always gives the current one.
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
