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
 * What a command can ask for before it is decided, by name. A command declares its read set as
 * data, so that the server can load the rows of a whole batch at once and the browser looks up the
 * same in its replica.
 */
export interface ReadRequests {
  /** The project; its sprints, components and versions only where the command is about them. */
  project: { sprints?: boolean; componentsAndVersions?: boolean }
  /** Whether a new project's id and key are free. */
  newProject: { key: string }
  /** A description can be long: it is loaded only where it takes part. */
  task: { taskId: Id; description?: boolean }
  tasks: { taskIds: readonly Id[]; descriptions?: boolean }
  comment: Id
  worklog: Id
  conflict: Id
  /** The id of the command that is to be undone. */
  undoneEvents: Id
  comments: readonly Id[]
  worklogs: readonly Id[]
  /** The task that goes to another project. */
  transfer: Id
  targetProject: Id
  statusTasks: readonly StatusId[]
  /** Null: no sprint. */
  sprintTasks: Id | null
  /** Ids of components and versions. */
  affectedTasks: readonly Id[]
  /** Null: nothing is placed in a column. */
  rankRange: TargetPosition | null
  /** Null: nothing is placed in the backlog. */
  backlogRankRange: TargetPosition | null
  previousRanks: readonly PreviousPositionRef[]
  /** Whom the command names. */
  isMember: readonly Id[]
  hierarchy: { ancestorsOf: readonly Id[]; childrenOf: readonly Id[] }
  /** Whether the command changes logged time. */
  timeLock: boolean
  importedTask: Id
  /** Commands that this one carries out in its own name. */
  nested: readonly Command[]
}

/** What is read, under the name by which it was asked for. */
export interface AllReads {
  project: Project
  newProject: NewProjectCheck
  task: Task | undefined
  /** Those of the tasks asked for that exist. */
  tasks: ReadonlyMap<Id, Task>
  comment: Comment | undefined
  worklog: Worklog | undefined
  conflict: Conflict | undefined
  /** In the order of the log. */
  undoneEvents: readonly StoredEvent[]
  comments: ReadonlyMap<Id, Comment>
  worklogs: ReadonlyMap<Id, Worklog>
  transfer: TransferReads
  /** The project that a task goes to, with its components and versions. */
  targetProject: Project | undefined
  /** By status, each in the order of its ranks, without archived tasks. */
  statusTasks: ReadonlyMap<StatusId, readonly Task[]>
  /** In the order of the backlog, archived ones too. */
  sprintTasks: readonly Task[]
  /** Every task that has one of the components or versions. */
  affectedTasks: readonly Task[]
  /** The ranks on both sides of the position that the command asks for. */
  rankRange: RankRange
  /** The same in the backlog order. */
  backlogRankRange: RankRange
  /** Where tasks stand again that return to an earlier position. */
  previousRanks: ReadonlyMap<Id, TaskRanks>
  /** Whether these persons belong to the workspace. */
  isMember: (id: Id) => boolean
  hierarchy: TaskHierarchy
  timeLock: TimeLock
  importedTask: ImportedTaskRecord
  nested: NestedCommands
}

export type ReadName = keyof ReadRequests
/** The declared reads of one command. */
export type ReadSet<R extends ReadName = ReadName> = Pick<ReadRequests, R>
/** Returns the names of the declared reads: a few of many, so that no more are looked at. */
export const readNamesOf = (readSet: Partial<ReadSet>) => Object.keys(readSet) as ReadName[]
/** What a command is decided on: what it declared, and nothing else. */
export type Reads<R extends ReadName> = Pick<AllReads, R>

export interface NewProjectCheck {
  /** Whether there is such a project, here or in another workspace. */
  isIdTaken: boolean
  isKeyTaken: boolean
}

/** What goes along when a task goes to another project. */
export interface TransferReads {
  /** Archived ones too. */
  children: readonly Task[]
  /** Those of the task and its children. */
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
}

/** Up to which day logged time may no longer be changed. */
export interface TimeLock {
  lockedUntil: LocalDate | null
  /** The time zone by which a person's days go. */
  timeZoneOf: (id: Id) => string
}

/** What earlier imports have brought of a task. */
export interface ImportedTaskRecord {
  commentIds: ReadonlySet<Id>
  worklogIds: ReadonlySet<Id>
  lastImportedAt: Instant | null
}

/** The means by which a command carries out others: it decides them on its own view of the rows. */
export interface NestedCommands {
  source: ReadSource
  decide: (command: Command, source: ReadSource) => Decision
  rebase: (command: Command, baseVersion: number) => Command
  isSameSubject: (one: Command, other: Command) => boolean
}

/**
 * Where the reads of a command come from: on the server the loaded rows of a batch, moved on by
 * the commands decided before; in the browser the replica, as far as it is loaded.
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
  /** The events on a task (null: on the project) that make a version after this one, in order. */
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

/** What has to be known of earlier commands before a later one can say what it reads. */
export interface EarlierCommands {
  conflict(id: Id): Conflict | undefined
  eventsOfCommand(commandId: Id): readonly StoredEvent[]
}
