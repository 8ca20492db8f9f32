import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Refusal } from '@/domain/decision'
import type { Id } from '@/domain/words'
import type { Follower } from '../sync/follower'
import { asDraft } from './drafts'
import type { Listeners } from './listeners'
import type { Replica } from './replica'
import type { Draft, Notice, Sent } from './types'

/** What answers are brought to. */
interface Surroundings {
  projectId: Id
  replica: Replica
  follower: Follower
  notices: Listeners<[Notice]>
  conflictsFound: Listeners<[Conflict]>
  send: (draft: Draft) => Sent
  /** One command fewer is waiting. */
  answered: () => void
}

/** The commands sent from here, until the server has answered them. */
export class Answers {
  private readonly waiting = new Map<Id, (answer: Answer | null) => void>()

  constructor(private readonly around: Surroundings) {}

  /** The answer to come; null when the command could not be sent at all. */
  to(commandId: Id): Promise<Answer | null> {
    return new Promise((resolve) => {
      this.waiting.set(commandId, resolve)
    })
  }

  /** Puts the server's truth in the place of a command's forecast. */
  async take({ commandId, projectId, command }: Envelope, answer: Answer): Promise<void> {
    const { replica, follower, conflictsFound } = this.around
    this.resolve(commandId, answer)
    if (projectId !== this.around.projectId) return
    if (answer.outcome === 'applied' || answer.outcome === 'merged') {
      replica.answered(commandId, answer)
      follower.take(answer.events)
      return
    }
    follower.take(answer.events)
    // The truth that it met should be on screen before its own forecast goes.
    if (answer.outcome !== 'refused') await follower.catchUp()
    replica.drop(commandId)
    if (answer.conflict) conflictsFound.tell(answer.conflict)
    if (answer.refusal) this.notify(command, answer.refusal)
  }

  /** The server would not even read the command. */
  reject({ commandId, command }: Envelope, message: string): void {
    this.resolve(commandId, null)
    this.around.replica.drop(commandId)
    this.notify(command, { code: 'invalid', message })
  }

  private notify(command: Envelope['command'], refusal: Refusal): void {
    const { notices, send } = this.around
    notices.tell({ command, refusal, retry: () => send(asDraft(command)) })
  }

  private resolve(commandId: Id, answer: Answer | null): void {
    this.waiting.get(commandId)?.(answer)
    this.waiting.delete(commandId)
    this.around.answered()
  }
}
