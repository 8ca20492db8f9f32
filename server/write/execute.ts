import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Instant } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { describeRequest } from '@/server/observability/requestContext'
import { enqueue } from './queue'

/**
 * The one way in: carries out a command on a project of the scope's workspace. It ends applied,
 * merged, unchanged, as a conflict or refused, and the log has it; a repeat of the same commandId
 * gets the first answer and changes nothing.
 * @throws ApiError (too-many) when too many commands wait for the project already
 * @throws the driver's error when the database cannot be reached or will not take the values;
 * nothing is written then, and the command may be sent again with the same id
 */
export async function execute(
  scope: WorkspaceScope,
  envelope: CommandEnvelope,
): Promise<CommandResult> {
  describeRequest({ command: envelope.command.type })
  const result = await enqueue({ scope, envelope })
  describeRequest({ outcome: result.outcome })
  return result
}

/**
 * The same at a moment of the past, for demo data alone: no door leads here. The log also keeps
 * when it really recorded each event.
 */
export function executeAt(
  scope: WorkspaceScope,
  envelope: CommandEnvelope,
  at: Instant,
): Promise<CommandResult> {
  return enqueue({ scope, envelope, at })
}
