import { getUntypedClient } from '@trpc/client'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { ApiClient } from '../apiClient'
import { withTimeout } from '../requestTimeout'

/** Brings a command to the server. Rejects when there is no answer, or it cannot be read there. */
export type ExecuteCommand = (envelope: CommandEnvelope) => Promise<CommandResult>

/** Sends commands through a client; a command's type is the path of its mutation. */
export function executeCommandBy(client: ApiClient): ExecuteCommand {
  const mutations = getUntypedClient(client)
  return ({ command: { type, ...fields }, ...envelope }) =>
    mutations.mutation(type, { ...fields, ...envelope }, withTimeout()) as Promise<CommandResult>
}
