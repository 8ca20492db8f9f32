import assert from 'node:assert/strict'
import { applyEvent, initialState } from '@/domain/applyEvent'
import type { Command } from '@/domain/commands'
import { decide } from '@/domain/decide'
import type { Decision, DecisionContext, DecisionState } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, Instant, LocalDate, Role } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import { rebaseOn, taskRefsOf } from '@/domain/taskRefs'
import { toStoredEvent } from '@/domain/toStoredEvent'
import { affectedTasksOf } from '@/domain/undo/affectedTasks'
import { introducedSprintId } from '@/domain/undo/invertSprintEvent'
import {
  childrenToTransfer,
  tasksOfComponentOrVersion,
  tasksToCopy,
} from '@/server/write/relatedTasks'
import { deepFreeze } from './deepFreeze'
import { backlogEnd, columnOf, previousRanksFor, rankRangeFor, sectionOf } from './rankRanges'

type WithOptionalBaseVersion<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: number }
  : C
/** A command; without a `baseVersion` its sender looks at the newest version. */
export type TestCommand = WithOptionalBaseVersion<Command>

/** Which window it comes from, and when it was made: by default the person's only one, and now. */
export interface SendOptions {
  client?: string
  issuedAt?: Instant
}

export interface TestMember {
  role: Role
  roleSince: Instant
  formerRole?: Role
}

/** What a command came to, with its events in the log. */
export type SendResult = Omit<Decision, 'events'> & {
  commandId: Id
  events: StoredEvent[]
  concurrentEvents: StoredEvent[]
}

/** The log of one project in memory: what the server does around the rules, and no more. */
export class TestLog {
  readonly events: StoredEvent[] = []
  readonly projectState = initialState()
  /** What was sent, by the id of the command. */
  readonly commands = new Map<Id, Command>()
  readonly people = new Map<Id, TestMember>()
  readonly zones = new Map<Id, string>()
  /** The last day on which time may no longer be logged. */
  lockedUntil: LocalDate | null = null
  otherProject: Project | null = null
  private sentCount = 0

  /** Decides a command on frozen rows, twice, and enters its events. */
  send(who: Id, testCommand: TestCommand, how: SendOptions = {}): SendResult {
    const command = deepFreeze({
      baseVersion: this.newestVersionFor(testCommand),
      ...testCommand,
    } as Command)
    const state = deepFreeze(this.stateFor(command))
    const context = deepFreeze(this.contextFor(who, command, how))
    this.commands.set(context.commandId, command)
    const decision = deepFreeze(decide(command, state, context))
    assert.deepEqual(decide(command, state, context), decision)
    const events = decision.events.map((event) => {
      const entry = { ...context, projectId: 'p', seq: this.events.length + 1 }
      const each = deepFreeze(toStoredEvent(event, entry))
      this.events.push(each)
      applyEvent(this.projectState, each)
      this.freezeRows()
      return each
    })
    return {
      ...decision,
      events,
      concurrentEvents: context.concurrentEvents,
      commandId: context.commandId,
    }
  }

  /** Day 1 of a made-up year, one minute a command. */
  now(sent = this.sentCount): Instant {
    return new Date(Date.UTC(2031, 0, 1, 0, sent)).toISOString()
  }

  private stateFor(command: Command): DecisionState {
    const { project, tasks, comments, worklogs, conflicts } = this.projectState
    const conflict =
      command.type === 'conflict.resolve' ? conflicts.get(command.conflictId) : undefined
    const about = conflict?.command ?? command
    if (command.type === 'command.undo') return this.stateOfUndo(command.undoneCommandId)
    const taskId = conflict?.taskId ?? taskRefsOf(about)[0]?.taskId
    const named = taskRefsOf(about).flatMap((seen) => tasks.get(seen.taskId) ?? [])
    return {
      project,
      task: taskId ? tasks.get(taskId) : undefined,
      tasks:
        'tasks' in about
          ? new Map(named.map((task) => [task.id, task]))
          : tasksToCopy(about, tasks),
      sprintTasks: 'sprintId' in about ? sectionOf(this.projectState, about.sprintId) : undefined,
      comment: 'commentId' in about ? comments.get(about.commentId) : undefined,
      worklog: 'worklogId' in about ? worklogs.get(about.worklogId) : undefined,
      conflict,
      affectedTasks: tasksOfComponentOrVersion(about, tasks),
      children: childrenToTransfer(about, tasks),
      ...(about.type === 'task.transfer' && {
        comments: new Map(comments),
        worklogs: new Map(worklogs),
      }),
      statusTasks:
        about.type === 'status.remove' ? columnOf(this.projectState, about.statusId) : undefined,
      tasksByStatus:
        about.type === 'workflow.change'
          ? new Map(
              Object.keys(about.reassignments).map((id) => [id, columnOf(this.projectState, id)]),
            )
          : undefined,
    }
  }

  /** The project `elsewhere`, to which tasks may go: as this one, unless a test says otherwise. */
  private targetProject(): Project | undefined {
    const { project } = this.projectState
    return this.otherProject ?? (project && { ...project, id: 'elsewhere' })
  }

  /** The events of a command, in order. */
  eventsOf(commandId: Id): StoredEvent[] {
    return this.events.filter((event) => event.commandId === commandId)
  }

  private stateOfUndo(commandId: Id): DecisionState {
    const { project, tasks, comments, worklogs } = this.projectState
    const undoneEvents = this.eventsOf(commandId)
    const named = undoneEvents.flatMap(({ taskId }) => tasks.get(taskId ?? '') ?? [])
    const [coming] = undoneEvents.flatMap((event) => introducedSprintId(event) ?? [])
    return {
      project,
      undoneEvents,
      tasks: new Map(named.map((task) => [task.id, task])),
      comments: new Map(comments),
      worklogs: new Map(worklogs),
      sprintTasks: coming ? sectionOf(this.projectState, coming) : undefined,
      affectedTasks: affectedTasksOf(undoneEvents, tasks.values()),
    }
  }

  private contextFor(who: Id, command: Command, how: SendOptions): DecisionContext {
    const nobody = { role: 'viewer', roleSince: this.now(0) } as const
    const person: TestMember = this.people.get(who) ?? nobody
    this.sentCount++
    const concurrentEventsByTask = this.concurrentEventsByTask(command)
    const taskId = 'taskId' in command ? command.taskId : null
    const imported = this.events.filter((e) => e.taskId === taskId && e.imported)
    return {
      at: this.now(),
      actor: { id: who, ...person },
      workspaceId: 'w',
      commandId: `command-${this.sentCount}`,
      clientId: how.client ?? `${who}'s laptop`,
      issuedAt: how.issuedAt ?? this.now(),
      concurrentEvents: concurrentEventsByTask
        ? [...concurrentEventsByTask.values()].flat()
        : this.concurrentEventsFor(command),
      concurrentEventsByTask,
      ...this.rankRangesFor(command),
      isMember: (id) => this.people.has(id),
      targetProject:
        command.type === 'task.transfer' && command.to === 'elsewhere'
          ? this.targetProject()
          : undefined,
      hierarchy: {
        find: (id) => this.projectState.tasks.get(id),
        childrenOf: (id) => [...this.projectState.tasks.values()].filter((t) => t.parentId === id),
      },
      lockedUntil: this.lockedUntil,
      timeZoneOf: (id) => this.zones.get(id) ?? 'UTC',
      commentIds: new Set(this.projectState.comments.keys()),
      worklogIds: new Set(this.projectState.worklogs.keys()),
      lastImportedAt:
        imported
          .map((e) => e.at)
          .sort()
          .at(-1) ?? null,
    }
  }

  private rankRangesFor(
    command: Command,
  ): Pick<DecisionContext, 'rankRange' | 'backlogRankRange' | 'previousRanks'> {
    const rankRange = rankRangeFor(this.projectState, command)
    if (command.type === 'task.bulk') {
      return { rankRange, backlogRankRange: backlogEnd(this.projectState) }
    }
    if (command.type !== 'command.undo') return { rankRange }
    return {
      rankRange,
      previousRanks: previousRanksFor(this.projectState, this.eventsOf(command.undoneCommandId)),
    }
  }

  private concurrentEventsFor(command: Command): StoredEvent[] {
    if (!('baseVersion' in command)) return []
    const { baseVersion } = command
    const taskId = this.taskIdOf(command)
    return this.events.filter((e) => e.taskId === taskId && (e.version ?? 0) > baseVersion)
  }

  private concurrentEventsByTask(command: Command): ReadonlyMap<Id, StoredEvent[]> | undefined {
    const lost =
      command.type === 'conflict.resolve'
        ? this.projectState.conflicts.get(command.conflictId)?.command
        : undefined
    if (command.type === 'command.undo') {
      const about = this.eventsOf(command.undoneCommandId).map((event) => event.taskId)
      const later = (id: Id | null) => (e: StoredEvent) =>
        e.taskId === id && e.version !== null && e.commandId !== command.undoneCommandId
      return new Map(about.map((id) => [id ?? '', this.events.filter(later(id))]))
    }
    const about = lost && 'baseVersion' in command ? rebaseOn(lost, command.baseVersion) : command
    if (!('tasks' in about)) return undefined
    return new Map(
      about.tasks.map(({ taskId, baseVersion }) => [
        taskId,
        this.events.filter((e) => e.taskId === taskId && (e.version ?? 0) > baseVersion),
      ]),
    )
  }

  /** The task that a command is about, or null where it is about the project. */
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
