import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Instant } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { describeRequest } from '@/server/observability/requestContext'
import { enqueue } from './queue'

/**
 * Executes a command on a project of the scope's workspace. This is the only way to change shared
 * data. Every outcome (applied, merged, unchanged, conflict or rejected) is stored, except a
 * rejection because the workspace has no such project or another person's command has the id. A
 * repeat of a stored command with the same `commandId` returns the first result and changes nothing.
 * @throws ApiError (rate-limited) when the project's queue is full
 * @throws the driver's error when the database cannot be reached or rejects the values. When the
 * connection broke during the commit, the command may be stored nevertheless: send it again with
 * the same id to learn its result
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
 * Executes a command with events dated in the past. Only demo data uses this; no API exposes it.
 * The log also stores when each event was really recorded.
 */
export function executeAt(
  scope: WorkspaceScope,
  envelope: CommandEnvelope,
  at: Instant,
): Promise<CommandResult> {
  return enqueue({ scope, envelope, at })
}
