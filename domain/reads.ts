import type { Command } from './commands'
import type { Comment } from './comment/comment'
import type { Conflict } from './conflict/conflict'
import type { Decision } from './decision'
import type { StoredEvent } from './events'
import type { Id, Instant, LocalDate, StatusId } from './kernel/primitives'
import type { RankRange, TargetPosition } from './kernel/rank'
import type { Project } from './project/project'
import type { TaskHierarchy } from './task/hierarchy'
import type { Task } from './task/task'
import type { PreviousPositionRef, TaskRanks } from './undo/previousRanks'
import type { Worklog } from './worklog/worklog'

/**
 * The reads that a command can request before its decision, by name. A command declares its read
 * set as data, so that the server can load the rows of a whole batch at once and the browser can
 * look up the same in its replica.
 */
export interface ReadRequests {
  /** The project. Sprints, components and versions are loaded only for commands that need them. */
  project: { sprints?: boolean; componentsAndVersions?: boolean }
  /** Whether the id and key of a new project are free. */
  newProject: { key: string }
  /** A description can be long, so it is loaded only on request. */
  task: { taskId: Id; description?: boolean }
  tasks: { taskIds: readonly Id[]; descriptions?: boolean }
  comment: Id
  worklog: Id
  conflict: Id
  /** The id of the command to undo. */
  undoneEvents: Id
  comments: readonly Id[]
  worklogs: readonly Id[]
  /** The task to transfer to another project. */
  transfer: Id
  targetProject: Id
  statusTasks: readonly StatusId[]
  /** Null without a sprint. */
  sprintTasks: Id | null
  /** Ids of components and versions. */
  affectedTasks: readonly Id[]
  /** Null when nothing is placed in a column. */
  rankRange: TargetPosition | null
  /** Null when nothing is placed in the backlog. */
  backlogRankRange: TargetPosition | null
  previousRanks: readonly PreviousPositionRef[]
  /** The people whom the command names. */
  isMember: readonly Id[]
  hierarchy: { ancestorsOf: readonly Id[]; childrenOf: readonly Id[] }
  /** True when the command changes logged time. */
  timeLock: boolean
  importedTask: Id
  /** Commands that this command executes itself. */
  nested: readonly Command[]
}

/** The results of the reads, by name. */
export interface AllReads {
  project: Project
  newProject: NewProjectCheck
  task: Task | undefined
  /** The requested tasks that exist. */
  tasks: ReadonlyMap<Id, Task>
  comment: Comment | undefined
  worklog: Worklog | undefined
  conflict: Conflict | undefined
  /** In log order. */
  undoneEvents: readonly StoredEvent[]
  comments: ReadonlyMap<Id, Comment>
  worklogs: ReadonlyMap<Id, Worklog>
  transfer: TransferReads
  /** The target project of a transfer, with its components and versions. */
  targetProject: Project | undefined
  /** By status, each in order of rank, without archived tasks. */
  statusTasks: ReadonlyMap<StatusId, readonly Task[]>
  /** In backlog order, including archived ones. */
  sprintTasks: readonly Task[]
  /** All tasks that have one of the components or versions. */
  affectedTasks: readonly Task[]
  /** The ranks on both sides of the target position. */
  rankRange: RankRange
  /** The ranks on both sides of the target position in the backlog order. */
  backlogRankRange: RankRange
  /** The ranks of tasks that return to an earlier position. */
  previousRanks: ReadonlyMap<Id, TaskRanks>
  /** Returns true when a person belongs to the workspace. */
  isMember: (id: Id) => boolean
  hierarchy: TaskHierarchy
  timeLock: TimeLock
  importedTask: ImportedTaskRecord
  nested: NestedCommands
}

export type ReadName = keyof ReadRequests
/** The declared reads of one command. */
export type ReadSet<R extends ReadName = ReadName> = Pick<ReadRequests, R>
/** Returns the names of the declared reads, so that only these are looked up. */
export const readNamesOf = (readSet: Partial<ReadSet>) => Object.keys(readSet) as ReadName[]
/** The reads that a command declared, and no others. */
export type Reads<R extends ReadName> = Pick<AllReads, R>

export interface NewProjectCheck {
  /** True when a project with this id exists, in any workspace. */
  isIdTaken: boolean
  isKeyTaken: boolean
}

/** The data that moves along with a task to another project. */
export interface TransferReads {
  /** Including archived ones. */
  children: readonly Task[]
  /** The comments of the task and its children. */
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
}

/** The last day on which logged time is locked. */
export interface TimeLock {
  lockedUntil: LocalDate | null
  /** Returns a person's time zone. */
  timeZoneOf: (id: Id) => string
}

/** The data of a task from earlier imports. */
export interface ImportedTaskRecord {
  commentIds: ReadonlySet<Id>
  worklogIds: ReadonlySet<Id>
  lastImportedAt: Instant | null
}

/** Executes nested commands: decides them on the current view of the rows. */
export interface NestedCommands {
  source: ReadSource
  decide: (command: Command, source: ReadSource) => Decision
  rebase: (command: Command, baseVersion: number) => Command
  isSameSubject: (one: Command, other: Command) => boolean
}

/**
 * The source of a command's reads. On the server: the rows loaded for a batch, with the effects of
 * its earlier commands. In the browser: the replica, as far as it is loaded.
 */
export interface ReadSource {
  readonly project: Project | undefined
  readonly hierarchy: TaskHierarchy
  readonly timeLock: TimeLock
  task(id: Id): Task | undefined
  comment(id: Id): Comment | undefined
  worklog(id: Id): Worklog | undefined
  conflict(id: Id): Conflict | undefined
  eventsOfCommand(commandId: Id): readonly StoredEvent[]
  /**
   * Returns the events on a task (null: on the project) with a version after this one, in order.
   */
  concurrentEvents(taskId: Id | null, afterVersion: number): readonly StoredEvent[]
  tasksInStatus(statusId: StatusId): readonly Task[]
  tasksInSprint(sprintId: Id): readonly Task[]
  tasksWith(componentOrVersionIds: readonly Id[]): readonly Task[]
  transferOf(taskId: Id): TransferReads
  targetProject(projectId: Id): Project | undefined
  rankRange(target: TargetPosition): RankRange
  backlogRankRange(target: TargetPosition): RankRange
  previousRanks(positions: readonly PreviousPositionRef[]): ReadonlyMap<Id, TaskRanks>
  isMember(id: Id): boolean
  importedTask(id: Id): ImportedTaskRecord
  newProject(key: string): NewProjectCheck
}

/** The data of earlier commands that a later one needs to name its read set. */
export interface EarlierCommands {
  conflict(id: Id): Conflict | undefined
  eventsOfCommand(commandId: Id): readonly StoredEvent[]
}
