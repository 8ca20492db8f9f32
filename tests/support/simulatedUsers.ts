import fc from 'fast-check'
import { v4 as newClientId } from 'uuid'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, replayEvent } from '@/domain/replayEvent'
import type { TestPerson } from './people'
import { PROJECT_COMMANDS } from './simulatedUsers/projectCommands'
import type { RandomChoice } from './simulatedUsers/randomCommand'
import { SPRINT_COMMANDS } from './simulatedUsers/sprintCommands'
import { TASK_COMMANDS } from './simulatedUsers/taskCommands'
import { THREAD_COMMANDS } from './simulatedUsers/threadCommands'
import { rememberCommands, UNDO_COMMANDS } from './simulatedUsers/undoCommands'
import { storedLog } from './storedProject'

/**
 * The commands that a person may send from an outdated screen, built from what that screen shows.
 */
const COMMAND_GENERATORS = {
  ...TASK_COMMANDS,
  ...THREAD_COMMANDS,
  ...PROJECT_COMMANDS,
  ...SPRINT_COMMANDS,
  ...UNDO_COMMANDS,
}

/** An action of a simulated user. */
export interface Intent extends RandomChoice {
  client: number
  kind: keyof typeof COMMAND_GENERATORS | 'catchUp'
}

/** A simulated user whose view of the project is updated only by `catchUp`. */
export class StaleUser {
  readonly clientId = newClientId()
  private readonly view = initialState()
  constructor(
    readonly person: TestPerson,
    private readonly projectId: Id,
  ) {}

  /** Updates the view with the events since the last update. */
  async catchUp(): Promise<void> {
    const newEvents = await storedLog(this.projectId, this.view.seq)
    for (const event of newEvents) replayEvent(this.view, event)
    if (newEvents.length > 0) {
      rememberCommands(
        this.view,
        newEvents.slice(-30).map((event) => event.commandId),
      )
    }
  }

  /**
   * Returns the command for an intent; null for `catchUp`. When the view contains nothing to apply
   * it to, a task is created instead.
   */
  randomCommand(intent: Intent): Command | null {
    if (intent.kind === 'catchUp') return null
    const command = COMMAND_GENERATORS[intent.kind](this.view, intent, this.person.personId)
    return command ?? COMMAND_GENERATORS.create(this.view, intent)
  }
}

const weighted = (weight: number, ...kinds: Intent['kind'][]) => ({
  weight,
  arbitrary: fc.constantFrom(...kinds),
})

/** Mostly everyday commands; workflow changes are rare. */
const intentKinds = fc.oneof(
  weighted(4, 'move', 'moveWithFields'),
  weighted(2, 'create', 'editFields'),
  weighted(3, 'plan', 'bulkEdit', 'undo'),
  weighted(2, 'setParent', 'changeType', 'editLink', 'editComponentsAndVersions'),
  weighted(1, 'createSprint', 'start', 'complete', 'reopen', 'removeSprint'),
  weighted(1, 'editSprint', 'moveSprint', 'setCapacity', 'setParallelSprints'),
  weighted(
    4,
    'title',
    'editDescription',
    'removeLabel',
    'archive',
    'restore',
    'comment',
    'editComment',
  ),
  weighted(2, 'logTime', 'editEstimates', 'editWorklog', 'deleteWorklog'),
  weighted(1, 'deleteComment', 'resolve', 'setWipLimit'),
  weighted(1, 'addStatus', 'moveStatus', 'removeStatus', 'changeWorkflow', 'category'),
  weighted(1, 'component', 'version'),
  weighted(2, 'catchUp'),
)

/** Generates `count` intents, distributed over a number of clients. */
export function intents(clients: number, count: number): fc.Arbitrary<Intent[]> {
  const intent = fc.record({
    client: fc.nat(clients - 1),
    kind: intentKinds,
    first: fc.nat(999),
    second: fc.nat(999),
    text: fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'),
  })
  return fc.array(intent, { minLength: count, maxLength: count })
}
