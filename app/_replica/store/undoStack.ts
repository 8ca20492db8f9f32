import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import type { CommandDraft, SentCommand } from '../replicaTypes'

/** Maximum number of undo steps. */
const MAX_STEPS = 100

/** Commands that are not undo steps: undo itself, and commands that no person sent. */
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
 * The commands of this window that can be undone or redone, by id, the newest last. A step is added
 * as soon as it is sent, because commands are executed in order, and removed by `remove` when it had
 * no effect.
 */
export class UndoStack {
  private readonly undoable: Id[]
  private readonly redoable: Id[]

  /**
   * @param steps the steps of an earlier store of the same project and window, which this one
   * continues
   */
  constructor(
    private readonly send: (draft: CommandDraft) => SentCommand,
    steps: UndoSteps = { undoable: [], redoable: [] },
  ) {
    this.undoable = steps.undoable
    this.redoable = steps.redoable
  }

  /** Adds a command that was sent from this window. */
  push(type: CommandDraft['type'], sent: SentCommand): void {
    if (NOT_UNDOABLE.has(type)) return
    this.redoable.length = 0
    pushStep(this.undoable, sent)
  }

  /** Undoes the last step. Returns undefined when there is none. */
  undo(): SentCommand | undefined {
    const last = this.undoable.at(-1)
    return last ? this.undoCommand(last) : undefined
  }

  /** Redoes the last undone step. Returns undefined when there is none. */
  redo(): SentCommand | undefined {
    const undoneCommandId = this.redoable.pop()
    return undoneCommandId
      ? pushStep(this.undoable, this.send({ type: 'command.undo', undoneCommandId }))
      : undefined
  }

  /** Undoes any command. `partial` undoes only what later changes do not block. */
  undoCommand(undoneCommandId: Id, partial?: boolean): SentCommand {
    removeStep(this.undoable, undoneCommandId)
    return pushStep(
      this.redoable,
      this.send({ type: 'command.undo', undoneCommandId, ...(partial && { partial }) }),
    )
  }

  /** Removes the step of a command that had no effect. */
  remove(commandId: Id): void {
    removeStep(this.undoable, commandId)
    removeStep(this.redoable, commandId)
  }

  /** Returns true when a command of this window can still be undone as a step. */
  canUndo(commandId: Id): boolean {
    return this.undoable.includes(commandId)
  }
}

function pushStep(stack: Id[], sent: SentCommand): SentCommand {
  stack.push(sent.commandId)
  if (stack.length > MAX_STEPS) stack.shift()
  return sent
}

function removeStep(stack: Id[], id: Id): void {
  const index = stack.indexOf(id)
  if (index >= 0) stack.splice(index, 1)
}

/** Returns true when a command has changed anything. */
export const isApplied = (result: CommandResult | null): boolean =>
  result?.outcome === 'applied' || result?.outcome === 'merged'
