import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import type { Draft, Sent } from './types'

/** So many steps can be taken back, one after the other. */
const MOST = 100

/** No step: what only undoes, and what came from elsewhere. */
const NONE = new Set<Draft['type']>(['command.undo', 'task.import', 'project.create'])

/**
 * What this window has done and can take back, and what it has taken back and can do again: ids of
 * commands, the newest last. A step is there as soon as it is sent, as commands go in order, and
 * leaves when it comes to nothing.
 */
export class Steps {
  private readonly done: Id[] = []
  private readonly undone: Id[] = []

  constructor(private readonly send: (draft: Draft) => Sent) {}

  /** A command was sent from this window. */
  note(type: Draft['type'], sent: Sent): void {
    if (NONE.has(type)) return
    this.undone.length = 0
    keep(this.done, sent)
  }

  /** Takes the last step back; undefined when there is none. */
  undo(): Sent | undefined {
    const last = this.done.at(-1)
    return last ? this.takeBack(last) : undefined
  }

  /** Does again what was taken back last; undefined when there is nothing. */
  redo(): Sent | undefined {
    const undoes = this.undone.pop()
    return undoes ? keep(this.done, this.send({ type: 'command.undo', undoes })) : undefined
  }

  /** Takes back any command; `rest`: what still can be where later changes stand in the way. */
  takeBack(undoes: Id, rest?: boolean): Sent {
    forget(this.done, undoes)
    return keep(this.undone, this.send({ type: 'command.undo', undoes, ...(rest && { rest }) }))
  }

  /** Whether a command of this window can still be taken back as a step. */
  has(commandId: Id): boolean {
    return this.done.includes(commandId)
  }
}

function keep(steps: Id[], sent: Sent): Sent {
  const { commandId } = sent
  steps.push(commandId)
  if (steps.length > MOST) steps.shift()
  void sent.answered.then((answer) => isDone(answer) || forget(steps, commandId))
  return sent
}

function forget(steps: Id[], id: Id): void {
  const place = steps.indexOf(id)
  if (place >= 0) steps.splice(place, 1)
}

/** Whether a command has changed anything. */
export const isDone = (answer: Answer | null): boolean =>
  answer?.outcome === 'applied' || answer?.outcome === 'merged'
