import type { Command } from '../commands'
import type { Decision, Facts, State } from '../decision'
import { equal } from '../equal'
import { fieldsMissed, missedChange } from './changes'
import type { Conflict, ConflictField, ConflictReason } from './conflict'
import { mergeText } from './mergeText'

/** What becomes of one field: nothing to do, a value to write, or a clash. */
export type Verdict = { write: unknown } | { clash: ConflictField } | 'same'

/** A scalar that others changed meanwhile to another value clashes; all else is written. */
export function judgeScalar(field: string, now: unknown, mine: unknown, facts: Facts): Verdict {
  if (equal(now, mine)) return 'same'
  const missed = missedChange(field, facts)
  if (!missed || equal(missed.base, now)) return { write: mine }
  return { clash: { field, theirs: now, mine, ...missed } }
}

/** A text is merged by line with what others wrote; only overlapping lines clash. */
export function judgeText(field: string, now: string, mine: string, facts: Facts): Verdict {
  const verdict = judgeScalar(field, now, mine, facts)
  if (verdict === 'same' || !('clash' in verdict)) return verdict
  const merged = mergeText(String(verdict.clash.base), now, mine)
  if (merged === null) return verdict
  return merged === now ? 'same' : { write: merged }
}

/** Ends a command as a conflict: an event that keeps both sides until its author decides. */
export function clash(
  command: Command,
  reason: ConflictReason,
  fields: ConflictField[],
  state: State,
  facts: Facts,
): Decision {
  const clashing = new Set(fields.map((each) => each.field))
  const data = {
    id: facts.commandId,
    reason,
    fields,
    kept: fieldsMissed(facts).filter((field) => !clashing.has(field)),
    command,
    missed: facts.missed.map((event) => event.seq),
  }
  const taskId = state.task?.id ?? null
  const conflict: Conflict = {
    ...data,
    taskId,
    personId: facts.actor.id,
    foundAt: facts.at,
    resolved: null,
  }
  return {
    outcome: 'conflict',
    conflict,
    events: [{ type: 'conflict.found', taskId, version: null, data }],
  }
}
