import type { Command } from '@/domain/commands'
import { deriveId } from '@/domain/kernel/derivedId'
import type { Id } from '@/domain/kernel/primitives'
import type { TransferredTask } from '@/domain/task/commands'
import type { LoadedRows } from './load'
import {
  type DecidedBatch,
  decideProjectBatch,
  type ProjectBatch,
  type SubmittedCommand,
} from './projectBatch'
import { UnitOfWork } from './unitOfWork'

/** A command that sends tasks to another project, and the one by which that project takes them in. */
export interface CrossProjectCommand {
  sender: SubmittedCommand
  receiver: SubmittedCommand
}

/** The other project that a command changes too, if any; such a command goes alone. */
export function otherProjectOf({ envelope: { command, projectId } }: SubmittedCommand): Id | null {
  return command.type === 'task.transfer' && command.to !== projectId ? command.to : null
}

/** Both sides of a batch that is one such command. What is received is known only later. */
export function crossProjectCommandOf([sender]: SubmittedCommand[]): CrossProjectCommand | null {
  const targetProjectId = sender && otherProjectOf(sender)
  return sender && targetProjectId
    ? { sender, receiver: receiveCommandFor(sender, targetProjectId, []) }
    : null
}

/**
 * Decides both sides, the sender's with the other project in view.
 * @throws Error when only one of them could be done: then neither must be
 */
export function decideCrossProjectCommand(
  { sender, receiver }: CrossProjectCommand,
  loaded: { projectBatch: ProjectBatch; loaded: LoadedRows }[],
): DecidedBatch[] {
  const batchOf = ({ envelope }: SubmittedCommand) =>
    loaded.find(({ projectBatch }) => projectBatch.projectId === envelope.projectId)
  const [source, target] = [batchOf(sender), batchOf(receiver)]
  if (!source || !target) throw new Error('One of the two projects was not loaded.')
  const { project } = new UnitOfWork(
    target.loaded,
    target.projectBatch.readSet,
    target.projectBatch.eventsToUndo,
  )
  const sourceBatch = decideProjectBatch(source.projectBatch, source.loaded, project)
  const transferredTasks = sourceBatch.newlyDecided[0]?.decision.transferredTasks ?? []
  if (transferredTasks.length === 0) return [sourceBatch]
  const command = receiveCommandFor(sender, receiver.envelope.projectId, transferredTasks)
  const targetBatch = decideProjectBatch(
    { ...target.projectBatch, commands: [command] },
    target.loaded,
  )
  const outcome = targetBatch.newlyDecided[0]?.decision.outcome
  if (outcome !== 'applied')
    throw new Error(`The tasks to move were ${outcome ?? 'known'} already.`)
  return [sourceBatch, targetBatch]
}

function receiveCommandFor(
  { scope, envelope, at }: SubmittedCommand,
  targetProjectId: Id,
  transferredTasks: TransferredTask[],
): SubmittedCommand {
  const { command, commandId, clientId } = envelope
  const taskId = 'taskId' in command ? deriveId(commandId, command.taskId) : ''
  const receiveCommand: Command = { type: 'task.receive', taskId, transferredTasks }
  const id = deriveId(commandId, targetProjectId)
  return {
    scope,
    at,
    envelope: { commandId: id, clientId, projectId: targetProjectId, command: receiveCommand },
  }
}
