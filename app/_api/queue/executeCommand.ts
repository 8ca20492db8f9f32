import { getUntypedClient } from '@trpc/client'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { ApiClient } from '../apiClient'
import { withTimeout } from '../requestTimeout'

/** Sends a command to the server. Rejects without a readable response. */
export type ExecuteCommand = (envelope: CommandEnvelope) => Promise<CommandResult>

/**
 * Returns a function that sends commands through a client. A command's type is the path of its
 * mutation.
 */
export function executeCommandBy(client: ApiClient): ExecuteCommand {
  const mutations = getUntypedClient(client)
  return ({ command: { type, ...fields }, ...envelope }) =>
    mutations.mutation(type, { ...fields, ...envelope }, withTimeout()) as Promise<CommandResult>
}
