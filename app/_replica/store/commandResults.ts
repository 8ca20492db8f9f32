import type { Emitter } from '@/app/_api/emitter'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Rejection } from '@/domain/decision'
import type { Id } from '@/domain/kernel/primitives'
import type { CommandDraft, RejectionNotice, SentCommand } from '../replicaTypes'
import type { LogFollower } from '../sync/logFollower'
import { draftForRetry } from './commandDraft'
import type { Replica } from './replica'
import { isApplied, type UndoStack } from './undoStack'

/** The receivers of results. */
interface CommandResultDependencies {
  replica: Replica
  logFollower: LogFollower
  rejections: Emitter<[RejectionNotice]>
  conflictsFound: Emitter<[Conflict]>
  send: (draft: CommandDraft) => SentCommand
  undoStack: UndoStack
}

/**
 * Handles the results of a project's commands, whether this store or an earlier one of the window
 * has sent them.
 */
export class CommandResults {
  private readonly resolvers = new Map<Id, (answer: CommandResult | null) => void>()

  constructor(private readonly dependencies: CommandResultDependencies) {}

  /** Returns the result of a command; null when it could not be sent. */
  waitFor(commandId: Id): Promise<CommandResult | null> {
    return new Promise((resolve) => {
      this.resolvers.set(commandId, resolve)
    })
  }

  /** Returns true when a command was sent from here and has no result yet. */
  isAwaited(commandId: Id): boolean {
    return this.resolvers.has(commandId)
  }

  /** Replaces a command's prediction by the server's result. */
  async accept({ commandId, command }: CommandEnvelope, result: CommandResult): Promise<void> {
    const { replica, logFollower, conflictsFound } = this.dependencies
    this.resolve(commandId, result)
    if (isApplied(result)) {
      replica.setResult(commandId, result)
      logFollower.receive(result.events)
      return
    }
    logFollower.receive(result.events)
    // The events that it conflicted with should be visible before its prediction disappears.
    if (result.outcome !== 'rejected') await logFollower.catchUp()
    replica.dropPending(commandId)
    if (result.conflict) conflictsFound.emit(result.conflict)
    if (result.rejection) this.notifyRejected(command, result.rejection)
  }

  /** Handles a command that the server will never accept. */
  fail({ commandId, command }: CommandEnvelope, message: string): void {
    this.resolve(commandId, null)
    this.dependencies.replica.dropPending(commandId)
    this.notifyRejected(command, { code: 'invalid', message })
  }

  private notifyRejected(command: CommandEnvelope['command'], rejection: Rejection): void {
    const { rejections, send } = this.dependencies
    rejections.emit({ command, rejection, retry: () => send(draftForRetry(command)) })
  }

  private resolve(commandId: Id, result: CommandResult | null): void {
    if (!isApplied(result)) this.dependencies.undoStack.remove(commandId)
    this.resolvers.get(commandId)?.(result)
    this.resolvers.delete(commandId)
  }
}
