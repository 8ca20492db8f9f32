import assert from 'node:assert/strict'
import type { Command } from '@/domain/commands'
import { decide } from '@/domain/decide'
import type { Decision, Facts, State } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { fold, nothing } from '@/domain/fold'
import { logged } from '@/domain/logged'
import type { Project } from '@/domain/project/project'
import { seenAt, seenBy } from '@/domain/seen'
import { carriersOf } from '@/domain/undo/carriers'
import { sprintComingIn } from '@/domain/undo/ofSprint'
import type { Day, Id, Moment, Role } from '@/domain/words'
import { childrenBy, copiedBy, taggedBy } from '@/server/execute/together'
import { freeze } from './freeze'
import { betweenFor, columnOf, planBottom, sectionOf, spotsFor } from './place'

type Loose<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: number }
  : C
/** A command; without a `baseVersion` its sender looks at the newest version. */
export type Wish = Loose<Command>

/** Which window it comes from, and when it was made: by default the person's only one, and now. */
export interface How {
  client?: string
  madeAt?: Moment
}

export interface Person {
  role: Role
  roleSince: Moment
  formerRole?: Role
}

/** What a command came to, with its events in the log. */
export type Ended = Omit<Decision, 'events'> & {
  commandId: Id
  events: LoggedEvent[]
  missed: LoggedEvent[]
}

/** The log of one project in memory: what the server does around the rules, and no more. */
export class Log {
  readonly events: LoggedEvent[] = []
  readonly folded = nothing()
  /** What was sent, by the id of the command. */
  readonly commands = new Map<Id, Command>()
  readonly people = new Map<Id, Person>()
  readonly zones = new Map<Id, string>()
  /** The last day on which time may no longer be logged. */
  lockedUntil: Day | null = null
  elsewhere: Project | null = null
  private sent = 0

  /** Decides a command on frozen rows, twice, and enters its events. */
  send(who: Id, wish: Wish, how: How = {}): Ended {
    const command = freeze({ baseVersion: this.version(wish), ...wish } as Command)
    const state = freeze(this.state(command))
    const facts = freeze(this.facts(who, command, how))
    this.commands.set(facts.commandId, command)
    const decision = freeze(decide(command, state, facts))
    assert.deepEqual(decide(command, state, facts), decision)
    const events = decision.events.map((event) => {
      const entry = { ...facts, projectId: 'p', seq: this.events.length + 1 }
      const each = freeze(logged(event, entry))
      this.events.push(each)
      fold(this.folded, each)
      this.freezeRows()
      return each
    })
    return { ...decision, events, missed: facts.missed, commandId: facts.commandId }
  }

  /** Day 1 of a made-up year, one minute a command. */
  now(sent = this.sent): Moment {
    return new Date(Date.UTC(2031, 0, 1, 0, sent)).toISOString()
  }

  private state(command: Command): State {
    const { project, tasks, comments, worklogs, conflicts } = this.folded
    const conflict =
      command.type === 'conflict.resolve' ? conflicts.get(command.conflictId) : undefined
    const about = conflict?.command ?? command
    if (command.type === 'command.undo') return this.stateOfUndo(command.undoes)
    const taskId = conflict?.taskId ?? seenBy(about)[0]?.taskId
    const named = seenBy(about).flatMap((seen) => tasks.get(seen.taskId) ?? [])
    return {
      project,
      task: taskId ? tasks.get(taskId) : undefined,
      tasks:
        'tasks' in about ? new Map(named.map((task) => [task.id, task])) : copiedBy(about, tasks),
      sprintTasks: 'sprintId' in about ? sectionOf(this.folded, about.sprintId) : undefined,
      comment: 'commentId' in about ? comments.get(about.commentId) : undefined,
      worklog: 'worklogId' in about ? worklogs.get(about.worklogId) : undefined,
      conflict,
      tagged: taggedBy(about, tasks),
      children: childrenBy(about, tasks),
      ...(about.type === 'task.transfer' && {
        comments: new Map(comments),
        worklogs: new Map(worklogs),
      }),
      column: about.type === 'status.remove' ? columnOf(this.folded, about.statusId) : undefined,
      columns:
        about.type === 'workflow.change'
          ? new Map(Object.keys(about.orphans).map((id) => [id, columnOf(this.folded, id)]))
          : undefined,
    }
  }

  /** The project `elsewhere`, to which tasks may go: as this one, unless a test says otherwise. */
  private there(): Project | undefined {
    const { project } = this.folded
    return this.elsewhere ?? (project && { ...project, id: 'elsewhere' })
  }

  /** The events of a command, in order. */
  eventsOf(commandId: Id): LoggedEvent[] {
    return this.events.filter((event) => event.commandId === commandId)
  }

  private stateOfUndo(commandId: Id): State {
    const { project, tasks, comments, worklogs } = this.folded
    const undone = this.eventsOf(commandId)
    const named = undone.flatMap(({ taskId }) => tasks.get(taskId ?? '') ?? [])
    const [coming] = undone.flatMap((event) => sprintComingIn(event) ?? [])
    return {
      project,
      undone,
      tasks: new Map(named.map((task) => [task.id, task])),
      comments: new Map(comments),
      worklogs: new Map(worklogs),
      sprintTasks: coming ? sectionOf(this.folded, coming) : undefined,
      tagged: carriersOf(undone, tasks.values()),
    }
  }

  private facts(who: Id, command: Command, how: How): Facts {
    const nobody = { role: 'viewer', roleSince: this.now(0) } as const
    const person: Person = this.people.get(who) ?? nobody
    this.sent++
    const missedOf = this.missedOf(command)
    const taskId = 'taskId' in command ? command.taskId : null
    const imported = this.events.filter((e) => e.taskId === taskId && e.imported)
    return {
      at: this.now(),
      actor: { id: who, ...person },
      workspaceId: 'w',
      commandId: `command-${this.sent}`,
      clientId: how.client ?? `${who}'s laptop`,
      madeAt: how.madeAt ?? this.now(),
      missed: missedOf ? [...missedOf.values()].flat() : this.missed(command),
      missedOf,
      ...this.places(command),
      isPerson: (id) => this.people.has(id),
      destination:
        command.type === 'task.transfer' && command.to === 'elsewhere' ? this.there() : undefined,
      kin: {
        of: (id) => this.folded.tasks.get(id),
        childrenOf: (id) => [...this.folded.tasks.values()].filter((t) => t.parentId === id),
      },
      lockedUntil: this.lockedUntil,
      zoneOf: (id) => this.zones.get(id) ?? 'UTC',
      commentIds: new Set(this.folded.comments.keys()),
      worklogIds: new Set(this.folded.worklogs.keys()),
      importedUntil:
        imported
          .map((e) => e.at)
          .sort()
          .at(-1) ?? null,
    }
  }

  private places(command: Command): Pick<Facts, 'between' | 'planBetween' | 'spots'> {
    const between = betweenFor(this.folded, command)
    if (command.type === 'task.bulk') {
      return { between, planBetween: planBottom(this.folded) }
    }
    if (command.type !== 'command.undo') return { between }
    return { between, spots: spotsFor(this.folded, this.eventsOf(command.undoes)) }
  }

  private missed(command: Command): LoggedEvent[] {
    if (!('baseVersion' in command)) return []
    const { baseVersion } = command
    const taskId = this.about(command)
    return this.events.filter((e) => e.taskId === taskId && (e.version ?? 0) > baseVersion)
  }

  private missedOf(command: Command): ReadonlyMap<Id, LoggedEvent[]> | undefined {
    const lost =
      command.type === 'conflict.resolve'
        ? this.folded.conflicts.get(command.conflictId)?.command
        : undefined
    if (command.type === 'command.undo') {
      const about = this.eventsOf(command.undoes).map((event) => event.taskId)
      const later = (id: Id | null) => (e: LoggedEvent) =>
        e.taskId === id && e.version !== null && e.commandId !== command.undoes
      return new Map(about.map((id) => [id ?? '', this.events.filter(later(id))]))
    }
    const about = lost && 'baseVersion' in command ? seenAt(lost, command.baseVersion) : command
    if (!('tasks' in about)) return undefined
    return new Map(
      about.tasks.map(({ taskId, baseVersion }) => [
        taskId,
        this.events.filter((e) => e.taskId === taskId && (e.version ?? 0) > baseVersion),
      ]),
    )
  }

  /** The task that a command is about, or null where it is about the project. */
  private about(command: Wish): Id | null {
    if (command.type === 'conflict.resolve')
      return this.folded.conflicts.get(command.conflictId)?.taskId ?? null
    return 'taskId' in command ? command.taskId : null
  }

  private version(wish: Wish): number {
    const { project, tasks } = this.folded
    const taskId = this.about(wish)
    return (taskId === null ? project?.version : tasks.get(taskId)?.version) ?? 0
  }

  private freezeRows(): void {
    freeze(this.folded.project)
    const last = this.events.at(-1)
    if (last?.taskId) freeze(this.folded.tasks.get(last.taskId))
  }
}
