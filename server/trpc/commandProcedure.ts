import type { z } from 'zod'
import type { Command } from '@/domain/commands'
import { execute } from '@/server/write/execute'
import { COMMAND_INPUTS, type CommandInputType } from './inputs/commandInputs'
import { commandEnvelope } from './inputs/values'
import { checkedOutput } from './outputs/checkedOutput'
import { commandResultOutput } from './outputs/commandResult'
import { projectProcedure } from './procedures'

/**
 * Creates the mutation that sends one type of command. Its path is the command's type, its input
 * the command's fields with `projectId`, `commandId` and `clientId`, its output a CommandResult.
 * `execute` checks the permission under the lock, with the role at that time: a rejection is a
 * result too, and is kept in the log.
 */
export function commandProcedure(type: CommandInputType) {
  const fields: z.ZodObject = COMMAND_INPUTS[type]
  return projectProcedure
    .input(fields.extend(commandEnvelope))
    .output(checkedOutput(commandResultOutput))
    .mutation(({ ctx, input }) => {
      const { projectId: _, commandId, clientId, ...data } = input as SentCommandInput
      const sentCommand = { type, ...data } as unknown as Command
      const { projectId } = ctx.scope
      return execute(ctx.scope, { projectId, commandId, clientId, command: sentCommand })
    })
}

type SentCommandInput = { projectId: string; commandId: string; clientId: string } & Record<
  string,
  unknown
>
