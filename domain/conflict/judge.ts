import type { Command } from '../commands'
import { type Decision, type Facts, isOwn, type State } from '../decision'
import { equal } from '../equal'
import { LIMITS } from '../words'
import { type FieldChange, fieldsMissed, type MissedChange, missedChange } from './changes'
import type { Conflict, ConflictField, ConflictReason } from './conflict'
import { mergeText } from './mergeText'

/** What becomes of one field: nothing to do, a value to write, or a clash. */
export type Verdict = { write: unknown } | { clash: ConflictField } | 'same'

/** A scalar that others changed meanwhile to another value clashes; all else is written. */
export function judgeScalar(field: string, now: unknown, mine: unknown, facts: Facts): Verdict {
  return judge(field, now, mine, missedChange(field, facts))
}

function judge(field: string, now: unknown, mine: unknown, missed: MissedChange | null): Verdict {
  if (equal(now, mine)) return 'same'
  if (!missed || equal(missed.base, now)) return { write: mine }
  return { clash: { field, theirs: now, mine, ...missed } }
}

/** A text is merged by line with what others wrote; only overlapping lines clash. */
export function judgeText(field: string, now: string, mine: string, facts: Facts): Verdict {
  const verdict = judge(field, now, mine, missedChange(field, facts, onText))
  if (verdict === 'same' || !('clash' in verdict)) return verdict
  const merged = mergeText(String(verdict.clash.base), now, mine)
  if (merged === null || merged.length > LIMITS.description) return verdict
  return merged === now ? 'same' : { write: merged }
}

/**
 * A sum that each side adds to or takes from: what others did meanwhile counts as well, and it never
 * falls below 0. Where it was or becomes empty there is nothing to add up, and `mine` stands.
 */
export function judgeSum(
  field: string,
  now: number | null,
  mine: number | null,
  facts: Facts,
): number | null {
  const missed = missedChange(field, facts, onSum)
  const base = missed ? (missed.base as number | null) : now
  if (now === null || mine === null || base === null) return mine
  return Math.min(LIMITS.seconds, Math.max(0, now + mine - base))
}

/** The sum that the sender had before it, with an own change that was added since. */
function onSum(base: unknown, own: FieldChange): unknown {
  if (base === null || own.from === null || own.to === null) return own.to
  return Number(base) + Number(own.to) - Number(own.from)
}

/** The text that the sender had before it, with an own change that was merged since. */
function onText(base: unknown, own: FieldChange): unknown {
  return mergeText(String(own.from), String(own.to), String(base)) ?? base
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
    missed: facts.missed.filter((event) => !isOwn(event, facts)).map((event) => event.seq),
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
