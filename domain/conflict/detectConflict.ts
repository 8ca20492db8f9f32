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

/** The result for one field: nothing to do, a value to write, or a conflict. */
export type FieldVerdict = { value: unknown } | { conflict: ConflictField } | 'same'

/**
 * Returns a conflict when others concurrently changed a scalar to another value; otherwise the
 * value to write.
 */
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

/**
 * Merges a text by line with concurrent changes. Returns a conflict when the changed lines overlap,
 * or when the merged text is longer than `limit`.
 */
export function detectTextConflict(
  field: string,
  current: string,
  mine: string,
  limit: number,
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
  if (merged === null || merged.length > limit) return verdict
  return merged === current ? 'same' : { value: merged }
}

/**
 * Merges an amount in seconds by adding the differences of both sides; the result is between 0 and
 * `LIMITS.seconds`. When the amount was or becomes empty, there is no difference, and `mine`
 * applies.
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

/** Returns the base amount after one of the sender's own changes that was added to it. */
function rebaseSum(base: unknown, own: FieldChange): unknown {
  if (base === null || own.from === null || own.to === null) return own.to
  return Number(base) + Number(own.to) - Number(own.from)
}

/** Returns the base text after one of the sender's own changes that was merged into it. */
function rebaseText(base: unknown, own: FieldChange): unknown {
  return mergeText(String(own.from), String(own.to), String(base)) ?? base
}

/** The subject of a conflict: the task among the reads of the command, otherwise the project. */
export interface SubjectReads {
  project?: Project
  task?: Task | undefined
}

/**
 * Returns a decision that ends in a conflict: an event that stores both sides until the author
 * decides.
 */
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
