import type { z } from 'zod'
import type { Command, CommandData, CommandType } from '@/domain/commands'
import { execute } from '../execute/execute'
import { inProject } from './base'
import { envelope } from './inputs/values'

/**
 * A mutation that sends one type of command. Its path is the command's type, its input the
 * command's fields with `projectId`, `commandId` and `clientId`, its output an Answer. Who may do
 * it is decided in `execute`, under the lock and with the role of that moment: a refusal is an
 * answer too, and the log has it.
 */
export function command<K extends CommandType>(
  type: K,
  fields: z.ZodType<CommandData[K]> & z.ZodObject,
) {
  return inProject.input(fields.extend(envelope)).mutation(({ ctx, input }) => {
    const { projectId: _, commandId, clientId, ...data } = input as Sent
    const sent = { type, ...data } as unknown as Command
    const { projectId } = ctx.scope
    return execute(ctx.scope, { projectId, commandId, clientId, command: sent })
  })
}

type Sent = { projectId: string; commandId: string; clientId: string } & Record<string, unknown>
