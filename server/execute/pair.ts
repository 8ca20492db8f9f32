import type { Command } from '@/domain/commands'
import { derivedId } from '@/domain/derivedId'
import type { ReceivedTask } from '@/domain/task/commands'
import type { Id } from '@/domain/words'
import type { Loaded } from './load'
import { type Decided, decidePart, type Part, type Waiting } from './part'
import { Working } from './working'

/** A command that sends tasks to another project, and the one by which that project takes them in. */
export interface Pair {
  sender: Waiting
  receiver: Waiting
}

/** The other project that a command changes too, if any; such a command goes alone. */
export function besides({ envelope: { command, projectId } }: Waiting): Id | null {
  return command.type === 'task.transfer' && command.to !== projectId ? command.to : null
}

/** Both sides of a batch that is one such command. What is received is known only later. */
export function pairOf([sender]: Waiting[]): Pair | null {
  const to = sender && besides(sender)
  return sender && to ? { sender, receiver: receiving(sender, to, []) } : null
}

/**
 * Decides both sides, the sender's with the other project in view.
 * @throws Error when only one of them could be done: then neither must be
 */
export function decidePair(
  { sender, receiver }: Pair,
  loaded: { part: Part; loaded: Loaded }[],
): Decided[] {
  const sideOf = ({ envelope }: Waiting) =>
    loaded.find(({ part }) => part.projectId === envelope.projectId)
  const [from, to] = [sideOf(sender), sideOf(receiver)]
  if (!from || !to) throw new Error('A side of the move was not loaded.')
  const { project } = new Working(to.loaded, to.part.needs, to.part.undone)
  const sent = decidePart(from.part, from.loaded, project)
  const arrivals = sent.ended[0]?.decision.sends ?? []
  if (arrivals.length === 0) return [sent]
  const command = receiving(sender, receiver.envelope.projectId, arrivals)
  const received = decidePart({ ...to.part, commands: [command] }, to.loaded)
  const outcome = received.ended[0]?.decision.outcome
  if (outcome !== 'applied') throw new Error(`What was sent is ${outcome ?? 'known'} already.`)
  return [sent, received]
}

function receiving({ scope, envelope, at }: Waiting, to: Id, arrivals: ReceivedTask[]): Waiting {
  const { command, commandId, clientId } = envelope
  const taskId = 'taskId' in command ? derivedId(commandId, command.taskId) : ''
  const receive: Command = { type: 'task.receive', taskId, arrivals }
  const id = derivedId(commandId, to)
  return { scope, at, envelope: { commandId: id, clientId, projectId: to, command: receive } }
}
