import assert from 'node:assert/strict'
import type { Command } from '@/domain/commands'
import { decide, prepare } from '@/domain/decide'
import type { Decision, Sender } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, Instant, LocalDate, Role } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import { initialState, replayEvent } from '@/domain/replayEvent'
import { toStoredEvent } from '@/domain/toStoredEvent'
import { deepFreeze } from './deepFreeze'
import { ProjectStateSource } from './projectStateSource'

type WithOptionalBaseVersion<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: number }
  : C
/** A command; without a `baseVersion` the newest version is used. */
export type TestCommand = WithOptionalBaseVersion<Command>

/**
 * The sender's window and the time of the command: by default the person's only window, and now.
 */
export interface SendOptions {
  client?: string
  issuedAt?: Instant
}

export interface TestMember {
  role: Role
  roleSince: Instant
  formerRole?: Role
}

/** The decision of a command, with its events as stored in the log. */
export type SendResult = Omit<Decision, 'events'> & {
  commandId: Id
  events: StoredEvent[]
  concurrentEvents: StoredEvent[]
}

/** The log of one project in memory. It does what the server does around the rules. */
export class TestLog {
  readonly events: StoredEvent[] = []
  readonly projectState = initialState()
  /** The commands that were sent, by id. */
  readonly commands = new Map<Id, Command>()
  readonly people = new Map<Id, TestMember>()
  readonly zones = new Map<Id, string>()
  /** The last locked day. */
  lockedUntil: LocalDate | null = null
  otherProject: Project | null = null
  /** The sender of the last command. */
  lastSender: Sender | null = null
  private sentCount = 0
  private readonly source = new ProjectStateSource(this)

  /** Decides a command twice on frozen rows, appends its events and returns the decision. */
  send(who: Id, testCommand: TestCommand, how: SendOptions = {}): SendResult {
    const command = deepFreeze({
      baseVersion: this.newestVersionFor(testCommand),
      ...testCommand,
    } as Command)
    const sender = deepFreeze(this.senderOf(who, how))
    this.lastSender = sender
    const prepared = prepare(command, this.source, sender)
    const { nested: _, ...reads } = prepared.reads ?? {}
    deepFreeze(reads)
    deepFreeze(prepared.context)
    this.commands.set(sender.commandId, command)
    const decision = deepFreeze(decide(command, prepared))
    assert.deepEqual(decide(command, prepared), decision)
    const events = decision.events.map((event) => {
      const entry = { ...sender, projectId: 'p', seq: this.events.length + 1 }
      const each = deepFreeze(toStoredEvent(event, entry))
      this.events.push(each)
      replayEvent(this.projectState, each)
      this.freezeRows()
      return each
    })
    const { concurrentEvents } = prepared.context
    return { ...decision, events, concurrentEvents, commandId: sender.commandId }
  }

  /** Returns the time of a command: one minute per command from 1 January 2031. */
  now(sent = this.sentCount): Instant {
    return new Date(Date.UTC(2031, 0, 1, 0, sent)).toISOString()
  }

  /**
   * Returns the target project of transfers, `elsewhere`: a copy of this one unless a test sets
   * another.
   */
  targetProject(): Project | undefined {
    const { project } = this.projectState
    return this.otherProject ?? (project && { ...project, id: 'elsewhere' })
  }

  /** Returns the events of a command in order. */
  eventsOf(commandId: Id): StoredEvent[] {
    return this.events.filter((event) => event.commandId === commandId)
  }

  private senderOf(who: Id, how: SendOptions): Sender {
    const nobody = { role: 'viewer', roleSince: this.now(0) } as const
    const person: TestMember = this.people.get(who) ?? nobody
    this.sentCount++
    return {
      at: this.now(),
      actor: { id: who, ...person },
      workspaceId: 'w',
      commandId: `command-${this.sentCount}`,
      clientId: how.client ?? `${who}'s laptop`,
      issuedAt: how.issuedAt ?? this.now(),
    }
  }

  /** Returns the id of the task that a command is about, or null for the project. */
  private taskIdOf(command: TestCommand): Id | null {
    if (command.type === 'conflict.resolve')
      return this.projectState.conflicts.get(command.conflictId)?.taskId ?? null
    return 'taskId' in command ? command.taskId : null
  }

  private newestVersionFor(testCommand: TestCommand): number {
    const { project, tasks } = this.projectState
    const taskId = this.taskIdOf(testCommand)
    return (taskId === null ? project?.version : tasks.get(taskId)?.version) ?? 0
  }

  private freezeRows(): void {
    deepFreeze(this.projectState.project)
    const last = this.events.at(-1)
    if (last?.taskId) deepFreeze(this.projectState.tasks.get(last.taskId))
  }
}
