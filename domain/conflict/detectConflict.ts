import type { Command } from '../commands'
import { type Decision, type DecisionContext, isOwnEvent } from '../decision'
import { isEqual } from '../kernel/equal'
import { LIMITS } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Task } from '../task/task'
import type { Conflict, ConflictField, ConflictReason } from './conflict'
import {
  type ConcurrentChange,
  concurrentChangeOf,
  concurrentlyChangedFields,
  type FieldChange,
} from './fieldChanges'
import { mergeText } from './mergeText'

/** What becomes of one field: nothing to do, a value to write, or a clash. */
export type FieldVerdict = { value: unknown } | { conflict: ConflictField } | 'same'

/** A scalar that others changed meanwhile to another value clashes; all else is written. */
export function detectScalarConflict(
  field: string,
  current: unknown,
  mine: unknown,
  context: DecisionContext,
): FieldVerdict {
  return detectFieldConflict(field, current, mine, concurrentChangeOf(field, context))
}

function detectFieldConflict(
  field: string,
  current: unknown,
  mine: unknown,
  concurrentChange: ConcurrentChange | null,
): FieldVerdict {
  if (isEqual(current, mine)) return 'same'
  if (!concurrentChange || isEqual(concurrentChange.base, current)) return { value: mine }
  return { conflict: { field, theirs: current, mine, ...concurrentChange } }
}

/** A text is merged by line with what others wrote; only overlapping lines clash. */
export function detectTextConflict(
  field: string,
  current: string,
  mine: string,
  context: DecisionContext,
): FieldVerdict {
  const verdict = detectFieldConflict(
    field,
    current,
    mine,
    concurrentChangeOf(field, context, rebaseText),
  )
  if (verdict === 'same' || !('conflict' in verdict)) return verdict
  const merged = mergeText(String(verdict.conflict.base), current, mine)
  if (merged === null || merged.length > LIMITS.description) return verdict
  return merged === current ? 'same' : { value: merged }
}

/**
 * A sum that each side adds to or takes from: what others did meanwhile counts as well, and it never
 * falls below 0. Where it was or becomes empty there is nothing to add up, and `mine` stands.
 */
export function mergeSum(
  field: string,
  current: number | null,
  mine: number | null,
  context: DecisionContext,
): number | null {
  const concurrentChange = concurrentChangeOf(field, context, rebaseSum)
  const base = concurrentChange ? (concurrentChange.base as number | null) : current
  if (current === null || mine === null || base === null) return mine
  return Math.min(LIMITS.seconds, Math.max(0, current + mine - base))
}

/** The sum that the sender had before it, with an own change that was added since. */
function rebaseSum(base: unknown, own: FieldChange): unknown {
  if (base === null || own.from === null || own.to === null) return own.to
  return Number(base) + Number(own.to) - Number(own.from)
}

/** The text that the sender had before it, with an own change that was merged since. */
function rebaseText(base: unknown, own: FieldChange): unknown {
  return mergeText(String(own.from), String(own.to), String(base)) ?? base
}

/** What a conflict is about: the task among the reads of the command, or else the project. */
export interface SubjectReads {
  project?: Project
  task?: Task | undefined
}

/** Ends a command as a conflict: an event that keeps both sides until its author decides. */
export function raiseConflict(
  command: Command,
  reason: ConflictReason,
  fields: ConflictField[],
  reads: SubjectReads,
  context: DecisionContext,
): Decision {
  const conflictingNames = new Set(fields.map((each) => each.field))
  const data = {
    id: context.commandId,
    reason,
    fields,
    unaffectedFields: concurrentlyChangedFields(context).filter(
      (field) => !conflictingNames.has(field),
    ),
    command,
    concurrentSeqs: context.concurrentEvents
      .filter((event) => !isOwnEvent(event, context))
      .map((event) => event.seq),
  }
  const taskId = reads.task?.id ?? null
  const conflict: Conflict = {
    ...data,
    taskId,
    personId: context.actor.id,
    detectedAt: context.at,
    resolved: null,
  }
  return {
    outcome: 'conflict',
    conflict,
    events: [{ type: 'conflict.detected', taskId, version: null, data }],
  }
}
