import type { Id, Instant, StatusId, TaskType } from '../kernel/primitives'
import type { RankPosition } from '../kernel/rank'
import type { TaskRef } from '../sprint/commands'
import type { ScalarChanges, SetChanges, TaskSeed } from './events'
import type { CreatableField, EditableScalarField, SetField, TaskFieldValues } from './fields'

/** What a person may change in one edit; fields left out stay as they are. */
export type TaskPatch = {
  set?: Partial<Pick<TaskFieldValues, EditableScalarField>>
  add?: Partial<Record<SetField, string[]>>
  remove?: Partial<Record<SetField, string[]>>
}

/** What is to become of many tasks at once; what is left out stays as it is. */
export type BulkChange = TaskPatch & {
  statusId?: StatusId
  /** Null: the backlog. */
  sprintId?: Id | null
  archive?: true
}

/** One step of a task's history elsewhere, oldest first. */
export interface ImportedStep {
  at: Instant
  actor: Id
  set?: ScalarChanges
  sets?: SetChanges
  status?: { from: StatusId; to: StatusId }
  sprint?: { from: Id | null; to: Id | null }
}

export interface ImportedComment {
  id: Id
  author: Id
  body: string
  at: Instant
}

export interface ImportedWorklog {
  id: Id
  author: Id
  seconds: number
  startedAt: Instant
  note: string
  at: Instant
}

/** A task as another project has sent it. */
export interface TransferredTask {
  taskId: Id
  /** The key that it had there. */
  previousKey: string
  reporter: Id
  createdAt: Instant
  seed: Omit<TaskSeed, 'rank' | 'number' | 'movedFrom'>
  comments: ImportedComment[]
  worklogs: (ImportedWorklog & { deductedFromRemaining: number | null })[]
}

/** `baseVersion` is the version of the task that the person was looking at. */
export interface TaskCommands {
  'task.create': {
    taskId: Id
    taskType: TaskType
    title: string
    statusId: StatusId
    position: RankPosition
  } & Partial<Pick<TaskFieldValues, Exclude<CreatableField, 'title' | 'type'>>>
  'task.edit': { taskId: Id; baseVersion: number } & TaskPatch
  /**
   * The patch and the parent change in one command with the move: what the transition requires, and
   * what another swimlane stands for.
   */
  'task.move': {
    taskId: Id
    baseVersion: number
    statusId: StatusId
    position: RankPosition
    /** Left out: the parent stays. */
    parentId?: Id | null
  } & TaskPatch
  /** Puts a task below another, or (null) below none. */
  'task.setParent': { taskId: Id; baseVersion: number; parentId: Id | null }
  /** The same change of many tasks: each is changed wholly, or left with the reason. */
  'task.bulk': { tasks: TaskRef[]; change: BulkChange }
  /**
   * Copies a task (the first of `copies`) and children of it into a column; `to` is each copy's id.
   */
  'task.clone': {
    taskId: Id
    statusId: StatusId
    position: RankPosition
    copies: { from: Id; to: Id }[]
  }
  /** Takes a task with its subtasks out of the project, for another one. */
  'task.transfer': { taskId: Id; baseVersion: number; to: Id }
  /** The other half, which no API offers: `taskId` is the first of `transferredTasks`. */
  'task.receive': { taskId: Id; transferredTasks: TransferredTask[] }
  'task.archive': { taskId: Id; baseVersion: number }
  'task.restore': { taskId: Id; baseVersion: number; statusId?: StatusId; position?: RankPosition }
  'comment.add': { taskId: Id; baseVersion: number; commentId: Id; body: string }
  'comment.edit': { taskId: Id; baseVersion: number; commentId: Id; body: string }
  'comment.delete': { taskId: Id; baseVersion: number; commentId: Id }
  /**
   * A task from another tracker as it was on its first day, with all that happened to it since.
   * A second import of the same task adds only the steps and comments that are not there yet.
   */
  'task.import': {
    taskId: Id
    first: Omit<TaskSeed, 'rank'> & {
      reporter: Id
      createdAt: Instant
      /** Its place in every column, from who has put all tasks in order; else behind the last. */
      rank?: string
    }
    steps: ImportedStep[]
    comments: ImportedComment[]
    worklogs?: ImportedWorklog[]
    archivedAt: Instant | null
  }
}
