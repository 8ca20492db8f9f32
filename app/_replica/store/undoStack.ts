import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import type { CommandDraft, SentCommand } from './types'

/** So many steps can be taken back, one after the other. */
const MAX_STEPS = 100

/** No step: what only undoes, and what came from elsewhere. */
const NOT_UNDOABLE = new Set<CommandDraft['type']>([
  'command.undo',
  'task.import',
  'project.create',
])

/** Ids of commands, the newest last. */
export interface UndoSteps {
  undoable: Id[]
  redoable: Id[]
}

/**
 * What this window has done and can take back, and what it has taken back and can do again: ids of
 * commands, the newest last. A step is there as soon as it is sent, as commands go in order, and
 * leaves when it comes to nothing.
 */
export class UndoStack {
  private readonly undoable: Id[]
  private readonly redoable: Id[]

  /** @param steps those of an earlier store of the same project and window, which go on here */
  constructor(
    private readonly send: (draft: CommandDraft) => SentCommand,
    steps: UndoSteps = { undoable: [], redoable: [] },
  ) {
    this.undoable = steps.undoable
    this.redoable = steps.redoable
  }

  /** A command was sent from this window. */
  push(type: CommandDraft['type'], sent: SentCommand): void {
    if (NOT_UNDOABLE.has(type)) return
    this.redoable.length = 0
    pushStep(this.undoable, sent)
  }

  /** Takes the last step back; undefined when there is none. */
  undo(): SentCommand | undefined {
    const last = this.undoable.at(-1)
    return last ? this.undoCommand(last) : undefined
  }

  /** Does again what was taken back last; undefined when there is nothing. */
  redo(): SentCommand | undefined {
    const undoneCommandId = this.redoable.pop()
    return undoneCommandId
      ? pushStep(this.undoable, this.send({ type: 'command.undo', undoneCommandId }))
      : undefined
  }

  /** Takes back any command; `partial`: only what later changes do not block. */
  undoCommand(undoneCommandId: Id, partial?: boolean): SentCommand {
    removeStep(this.undoable, undoneCommandId)
    return pushStep(
      this.redoable,
      this.send({ type: 'command.undo', undoneCommandId, ...(partial && { partial }) }),
    )
  }

  /** Whether a command of this window can still be taken back as a step. */
  canUndo(commandId: Id): boolean {
    return this.undoable.includes(commandId)
  }
}

function pushStep(stack: Id[], sent: SentCommand): SentCommand {
  const { commandId } = sent
  stack.push(commandId)
  if (stack.length > MAX_STEPS) stack.shift()
  void sent.result.then((result) => isApplied(result) || removeStep(stack, commandId))
  return sent
}

function removeStep(stack: Id[], id: Id): void {
  const index = stack.indexOf(id)
  if (index >= 0) stack.splice(index, 1)
}

/** Whether a command has changed anything. */
export const isApplied = (result: CommandResult | null): boolean =>
  result?.outcome === 'applied' || result?.outcome === 'merged'
