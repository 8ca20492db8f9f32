import type { Envelope } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import { evolveComment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictId, evolveConflict } from '@/domain/conflict/conflict'
import type { Decision, Facts, State } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { logged } from '@/domain/logged'
import { evolveProject } from '@/domain/project/evolve'
import type { Project } from '@/domain/project/project'
import type { Between } from '@/domain/rank'
import { seenBy } from '@/domain/seen'
import { evolveTask } from '@/domain/task/evolve'
import type { Kin } from '@/domain/task/level'
import type { Task } from '@/domain/task/task'
import { carriersOf } from '@/domain/undo/carriers'
import { sprintComingIn } from '@/domain/undo/ofSprint'
import type { Spot } from '@/domain/undo/spots'
import type { Id, Role, StatusId } from '@/domain/words'
import { evolveWorklog, type Worklog } from '@/domain/worklog/worklog'
import {
  moment,
  type Row,
  toComment,
  toConflict,
  toEvent,
  toKin,
  toProject,
  toTask,
  toWorklog,
} from '../log/rows'
import type { Loaded } from './load'
import { Missed } from './missed'
import { type Needs, sectionOf } from './needed'
import { type Around, type Found, NOWHERE, Places } from './places'
import { spotsFor, toSpot } from './spots'
import { childrenBy, copiedBy, taggedBy } from './together'

/** What gives a task a place in a column. */
const PLACED = new Set<LoggedEvent['type']>(['task.created', 'task.moved', 'task.restored'])

const byId = <T extends { id: Id }>(items: T[]) => new Map(items.map((item) => [item.id, item]))
const OPEN: Between = { lower: null, upper: null }

/**
 * A project while a batch is decided: what was loaded, moved on by each decision in turn, so that
 * every command sees what the earlier ones leave.
 */
export class Working {
  readonly events: LoggedEvent[] = []
  readonly tasks: Map<Id, Task>
  /** The tasks as they were loaded. */
  readonly before: ReadonlyMap<Id, Task>
  readonly comments: Map<Id, Comment>
  readonly worklogs: Map<Id, Worklog>
  readonly conflicts: Map<Id, Conflict>
  project: Project | undefined
  /** The last position taken in the log; of the database until events are taken. */
  seq: number
  readonly places = new Places()
  private readonly around: Map<Id, Around>
  readonly plans = new Places(true)
  private readonly planAround: Map<Id, Around>
  private readonly spots: Spot[]
  private readonly people: Map<Id, Row>
  private readonly imported: Map<Id, Row>
  /** As they were loaded. */
  private readonly kin: Map<Id, Kin>
  private readonly keys: Set<unknown>
  private readonly isElsewhere: boolean
  private readonly lockedUntil: string | null
  private readonly zones: Map<Id, unknown>
  private readonly missed = new Missed()

  constructor(
    loaded: Loaded,
    private readonly needs: Needs,
    private readonly undone: ReadonlyMap<Id, LoggedEvent[]>,
    /** The other project, where a task goes there. */
    private readonly destination?: Project,
  ) {
    const row = loaded.project[0]
    this.seq = row ? Number(row.seq) : 0
    this.project = row && toProject(row, loaded.statuses, loaded)
    this.tasks = byId(
      [
        ...loaded.columns,
        ...loaded.sprintTasks,
        ...loaded.tagged,
        ...loaded.family,
        ...loaded.tasks,
      ].map(toTask),
    )
    this.before = new Map(this.tasks)
    this.comments = byId([...loaded.comments, ...loaded.said].map(toComment))
    this.worklogs = byId([...loaded.worklogs, ...loaded.spent].map(toWorklog))
    this.lockedUntil = (loaded.lock[0]?.locked_until as string | null | undefined) ?? null
    const authors = loaded.worklogs.map((each) => [String(each.author), each.time_zone] as const)
    const asked = loaded.people.map((each) => [String(each.id), each.time_zone] as const)
    this.zones = new Map([...authors, ...asked])
    this.conflicts = byId(loaded.conflicts.map(toConflict))
    this.people = new Map(loaded.people.map((each) => [String(each.id), each]))
    this.around = new Map(loaded.places.map((each) => [String(each.command_id), each as never]))
    this.spots = loaded.spots.map(toSpot)
    this.planAround = new Map(loaded.plans.map((each) => [String(each.command_id), each as never]))
    this.imported = new Map(loaded.imported.map((each) => [String(each.id), each]))
    this.kin = byId([...loaded.above, ...loaded.below].map(toKin))
    this.keys = new Set(loaded.keys.map((each) => each.key))
    this.isElsewhere = loaded.elsewhere.length > 0
    for (const each of loaded.missed.map(toEvent)) this.missed.remember(each)
  }

  /** What the command looks at, as it is now. */
  state({ command }: Envelope): State {
    const conflict =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const about = conflict ? conflict.command : command
    if (command.type === 'command.undo') return this.stateOfUndo(this.undone.get(command.undoes))
    const seen = seenBy(about)
    const taskId = conflict?.taskId ?? seen[0]?.taskId
    const commentId = 'commentId' in about ? about.commentId : null
    const worklogId = 'worklogId' in about ? about.worklogId : null
    return {
      project: this.project,
      task: taskId ? this.tasks.get(taskId) : undefined,
      tasks: 'tasks' in about ? this.named(seen) : copiedBy(about, this.tasks),
      sprintTasks: 'sprintId' in about ? this.inSprint(about.sprintId) : undefined,
      comment: commentId ? this.comments.get(commentId) : undefined,
      worklog: worklogId ? this.worklogs.get(worklogId) : undefined,
      conflict,
      tagged: taggedBy(about, this.tasks),
      children: childrenBy(about, this.tasks),
      ...(about.type === 'task.transfer' && { comments: this.comments, worklogs: this.worklogs }),
      column: about.type === 'status.remove' ? this.column(about.statusId) : undefined,
      columns: about.type === 'workflow.change' ? this.columns(about.orphans) : undefined,
    }
  }

  /** What `decide` cannot know; undefined when the sender is nobody here. */
  facts(envelope: Envelope, actor: Id, workspaceId: Id, at: string): Facts | undefined {
    const person = this.people.get(actor)
    if (!person || person.removed_at) return undefined
    const { command, commandId, clientId } = envelope
    const lost =
      command.type === 'conflict.resolve' ? this.conflicts.get(command.conflictId) : undefined
    const undone = command.type === 'command.undo' ? (this.undone.get(command.undoes) ?? []) : null
    const missedOf = undone ? this.missed.since(undone) : this.missed.of(command, lost)
    const before = 'taskId' in command ? this.imported.get(command.taskId) : undefined
    return {
      at,
      actor: {
        id: actor,
        role: person.role as Role,
        roleSince: moment(person.role_since) ?? at,
        formerRole: person.former_role as Role | null,
      },
      workspaceId,
      commandId,
      clientId,
      madeAt: madeAt(commandId) ?? at,
      missed: missedOf ? [...missedOf.values()].flat() : this.missed.by(command, lost),
      missedOf,
      between: this.found(commandId).between,
      planBetween: this.plan(commandId)?.between,
      spots: undone ? spotsFor(undone, this.spots, this) : undefined,
      isPerson: (id) => this.people.has(id) && !this.people.get(id)?.removed_at,
      lockedUntil: this.lockedUntil,
      zoneOf: (id) => String(this.zones.get(id) ?? 'UTC'),
      idTaken: this.isElsewhere,
      keyTaken: command.type === 'project.create' && this.keys.has(command.key),
      commentIds: new Set((before?.comments as Id[] | undefined) ?? []),
      worklogIds: new Set((before?.worklogs as Id[] | undefined) ?? []),
      importedUntil: moment(before?.until ?? null),
      destination: this.destination,
      kin: { of: (id) => this.tasks.get(id) ?? this.kin.get(id), childrenOf: this.childrenOf },
    }
  }

  /** Enters a decision's events into the log and moves the project on. */
  take(decision: Decision, envelope: Envelope, facts: Facts): LoggedEvent[] {
    const { commandId, command } = envelope
    // Beside what returns to an earlier place nobody has asked what there is.
    const isBack = command.type === 'command.undo'
    const gaps = {
      place: isBack ? null : this.found(commandId).gap,
      plan: isBack ? null : (this.plan(commandId)?.gap ?? OPEN),
    }
    return decision.events.map((event) => {
      this.seq++
      const entry = logged(event, { ...facts, projectId: envelope.projectId, seq: this.seq })
      this.events.push(entry)
      this.missed.remember(entry)
      this.evolve(entry, gaps)
      return entry
    })
  }

  private evolve(entry: LoggedEvent, gaps: { place: Between | null; plan: Between | null }): void {
    this.project = evolveProject(this.project, entry)
    if (entry.taskId) {
      const task = evolveTask(this.tasks.get(entry.taskId), entry)
      if (task) this.tasks.set(entry.taskId, task)
      if (task && PLACED.has(entry.type)) {
        this.places.put(task.id, task.statusId, task.rank, gaps.place)
      }
      if (task && entry.type === 'task.planned') {
        this.plans.put(task.id, sectionOf(task), task.planRank, gaps.plan)
      }
      // What the database has around a task that is only being made nobody has asked: it takes its
      // rank, but is no neighbour to be placed beside.
      if (task && entry.type === 'task.created') this.plans.put(task.id, '', task.planRank, null)
      if (task?.archivedAt) this.places.put(task.id, task.statusId, null, OPEN)
    }
    this.evolveThread(entry)
    const id = conflictId(entry)
    const conflict = id && evolveConflict(this.conflicts.get(id), entry)
    if (conflict) this.conflicts.set(conflict.id, conflict)
  }

  /** What stands under a task: its comments and worklogs. */
  private evolveThread(entry: LoggedEvent): void {
    if ('commentId' in entry.data) {
      const id = entry.data.commentId
      const comment = evolveComment(this.comments.get(id), entry)
      if (comment) this.comments.set(id, comment)
    }
    if ('worklogId' in entry.data) {
      const id = entry.data.worklogId
      const worklog = evolveWorklog(this.worklogs.get(id), entry)
      if (worklog) this.worklogs.set(id, worklog)
    }
  }

  private found(commandId: Id): Found {
    const wanted = this.needs.places.get(commandId)
    if (!wanted) return { between: OPEN, gap: OPEN }
    return this.places.find(wanted, this.around.get(commandId) ?? NOWHERE)
  }

  private plan(commandId: Id): Found | undefined {
    const wanted = this.needs.plans.get(commandId)
    return wanted && this.plans.find(wanted, this.planAround.get(commandId) ?? NOWHERE)
  }

  private stateOfUndo(undone: LoggedEvent[] = []): State {
    const [sprintId] = undone.flatMap((event) => sprintComingIn(event) ?? [])
    const named = undone.flatMap(({ taskId }) => (taskId ? [{ taskId }] : []))
    return {
      project: this.project,
      undone,
      tasks: this.named(named),
      comments: this.comments,
      worklogs: this.worklogs,
      sprintTasks: sprintId ? this.inSprint(sprintId) : undefined,
      tagged: carriersOf(undone, this.tasks.values()),
    }
  }

  /** The tasks of a status as they are now, batch included, in the order of their ranks. */
  private column(statusId: string): Task[] {
    return [...this.tasks.values()]
      .filter((task) => task.statusId === statusId && !task.archivedAt)
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number))
  }

  /** The children as they are now, batch included; asked only where they were loaded. */
  private readonly childrenOf = (id: Id): Kin[] =>
    [...new Map<Id, Kin>([...this.kin, ...this.tasks]).values()].filter(
      (each) => each.parentId === id,
    )

  private columns(orphans: Record<StatusId, StatusId>): ReadonlyMap<StatusId, Task[]> {
    return new Map(Object.keys(orphans).map((id) => [id, this.column(id)]))
  }

  private named(seen: { taskId: Id }[]): ReadonlyMap<Id, Task> {
    return new Map(
      seen.flatMap(({ taskId }) => {
        const task = this.tasks.get(taskId)
        return task ? [[taskId, task] as const] : []
      }),
    )
  }

  /** The tasks of a sprint as they are now, batch included, in planning order. */
  private inSprint(sprintId: Id | null): Task[] {
    if (!sprintId || !this.needs.sprintTasks.has(sprintId)) return []
    return [...this.tasks.values()]
      .filter((task) => task.sprintId === sprintId)
      .sort((a, b) => (a.planRank < b.planRank ? -1 : 1))
  }
}

/** The time in a UUIDv7, in ISO 8601; undefined for ids of another kind. */
export function madeAt(commandId: Id): string | undefined {
  if (commandId[14] !== '7') return undefined
  const ms = Number.parseInt(commandId.replace('-', '').slice(0, 12), 16)
  return new Date(ms).toISOString()
}
