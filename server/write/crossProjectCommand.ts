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

/**
 * A command that transfers tasks to another project, and the command by which that project receives
 * them.
 */
export interface CrossProjectCommand {
  sender: SubmittedCommand
  receiver: SubmittedCommand
}

/**
 * Returns the other project that a command changes, or null. Such a command has a batch of its own.
 */
export function otherProjectOf({ envelope: { command, projectId } }: SubmittedCommand): Id | null {
  return command.type === 'task.transfer' && command.to !== projectId ? command.to : null
}

/**
 * Returns the sending and the receiving command when the batch is a transfer, otherwise null. The
 * received tasks are filled in when the sender has been decided.
 */
export function crossProjectCommandOf([sender]: SubmittedCommand[]): CrossProjectCommand | null {
  const targetProjectId = sender && otherProjectOf(sender)
  return sender && targetProjectId
    ? { sender, receiver: receiveCommandFor(sender, targetProjectId, []) }
    : null
}

/**
 * Decides the sending and the receiving command. The sender's decision may read the target project.
 * @throws Error when only one of the two would be applied; neither may be written then
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
    throw new Error(`The target project did not receive the tasks: ${outcome ?? 'a repeat'}.`)
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
