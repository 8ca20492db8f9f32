import { decideIn } from '@/domain/decide'
import type { Decision } from '@/domain/decision'
import type { PendingCommand, PredictionDependencies } from './pendingCommand'
import { ReplicaReadSource } from './replicaReadSource'
import type { ReplicaState } from './replicaState'

/**
 * Returns the predicted decision of a command on this board. It is only a prediction; the server
 * decides.
 */
export function predict(
  board: ReplicaState,
  { envelope, madeAt }: PendingCommand,
  dependencies: PredictionDependencies,
): Decision {
  const { commandId, clientId, command } = envelope
  const { me, workspaceId } = dependencies
  const sender = { at: madeAt, issuedAt: madeAt, actor: me, workspaceId, commandId, clientId }
  return decideIn(command, new ReplicaReadSource(board, dependencies), sender)
}
