import { z } from 'zod'
import type { CommandResult } from '@/domain/commandResult'
import type { Rejection } from '@/domain/decision'
import { OUTCOMES } from '@/domain/kernel/primitives'
import { conflictOutput } from './conflict'
import { storedEventOutput } from './events'
import { exactly } from './exactly'
import { count, id, instant } from './values'

const rejection = exactly<Rejection>()(
  z.strictObject({
    code: z.enum([
      'not-found',
      'forbidden',
      'invalid',
      'wip-limit',
      'transition',
      'key-taken',
      'archived',
      'last-status',
      'already-resolved',
      'id-taken',
      'period-locked',
      'sprint-running',
      'sprint-closed',
      'sprint-empty',
      'sprint-diverged',
      'name-taken',
      'hierarchy',
      'cycle',
      'undo-blocked',
    ]),
    message: z.string(),
    field: z.string().optional(),
    undoBlockers: z
      .strictObject({
        blockers: z.array(
          z.strictObject({
            taskId: id.nullable(),
            field: z.string().nullable(),
            message: z.string(),
            changedBy: id.optional(),
            changedAt: instant.optional(),
            changedSeq: count.optional(),
          }),
        ),
        undoableCount: count,
      })
      .optional(),
  }),
)

export const commandResultOutput = exactly<CommandResult>()(
  z.strictObject({
    commandId: id,
    outcome: z.enum(OUTCOMES),
    events: z.array(storedEventOutput),
    rejection: rejection.optional(),
    taskResults: z
      .array(
        z.strictObject({
          taskId: id,
          outcome: z.enum(['applied', 'unchanged', 'skipped']),
          message: z.string().optional(),
        }),
      )
      .optional(),
    conflict: conflictOutput.optional(),
    concurrentEvents: z.array(storedEventOutput).optional(),
  }),
)
