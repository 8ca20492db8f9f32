import { z } from 'zod'
import { COMMANDS } from '@/domain/commandRegistry'
import type { Command } from '@/domain/commands'
import type { Conflict, ConflictEvents } from '@/domain/conflict/conflict'
import { exactly, exactlyEach } from './exactly'
import { count, id, instant } from './values'

/** A lost command. It was validated when it was sent. */
const command = z.custom<Command>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(COMMANDS, value.type),
  'Names no type of command.',
)

const raisedConflict = {
  id,
  reason: z.enum([
    'changed',
    'archived',
    'deleted',
    'status-removed',
    'sprint-closed',
    'transition',
    'rights',
  ]),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      base: z.unknown().optional(),
      theirs: z.unknown().optional(),
      mine: z.unknown().optional(),
      by: id,
      at: instant,
    }),
  ),
  unaffectedFields: z.array(z.string()),
  command,
  concurrentSeqs: z.array(count),
}
const choice = z.enum(['theirs', 'mine', 'edited', 'superseded'])

export const conflictOutput = exactly<Conflict>()(
  z.strictObject({
    ...raisedConflict,
    taskId: id.nullable(),
    personId: id,
    detectedAt: instant,
    resolved: z.strictObject({ choice, at: instant }).nullable(),
  }),
)

/** The data of the events about conflicts. */
export const CONFLICT_EVENT_DATA = exactlyEach<ConflictEvents>()({
  'conflict.detected': z.strictObject(raisedConflict),
  'conflict.resolved': z.strictObject({ conflictId: id, choice }),
})
