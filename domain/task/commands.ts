import type { Id, Instant, StatusId, TaskType } from '../kernel/primitives'
import type { RankPosition } from '../kernel/rank'
import type { TaskRef } from '../sprint/commands'
import type { ScalarChanges, SetChanges, TaskSeed } from './events'
import type { CreatableField, EditableScalarField, SetField, TaskFieldValues } from './fields'

/** The changes of one edit; fields that are left out stay as they are. */
export type TaskPatch = {
  set?: Partial<Pick<TaskFieldValues, EditableScalarField>>
  add?: Partial<Record<SetField, string[]>>
  remove?: Partial<Record<SetField, string[]>>
}

/** The changes that are applied to many tasks; fields that are left out stay as they are. */
export type BulkChange = TaskPatch & {
  statusId?: StatusId
  /** Null for the backlog. */
  sprintId?: Id | null
  archive?: true
}

/** One step of a task's history in the source system. */
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

/** A task in the form in which another project transfers it. */
export interface TransferredTask {
  taskId: Id
  /** Its key in the source project. */
  previousKey: string
  reporter: Id
  createdAt: Instant
  seed: Omit<TaskSeed, 'rank' | 'number' | 'movedFrom'>
  comments: ImportedComment[]
  worklogs: (ImportedWorklog & { deductedFromRemaining: number | null })[]
}

/** `baseVersion` is the version of the task that the sender saw. */
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
   * Patch and parent are changed in the same command as the status, because a transition can
   * require fields and another swimlane can stand for another parent.
   */
  'task.move': {
    taskId: Id
    baseVersion: number
    statusId: StatusId
    position: RankPosition
    /** The parent is unchanged when this is absent. */
    parentId?: Id | null
  } & TaskPatch
  /** Sets the parent of a task; null removes it. */
  'task.setParent': { taskId: Id; baseVersion: number; parentId: Id | null }
  /**
   * Applies one change to many tasks. Each is changed completely, or left unchanged with the
   * reason.
   */
  'task.bulk': { tasks: TaskRef[]; change: BulkChange }
  /**
   * Copies a task (the first of `copies`) and some of its children into a column; `to` is the id of
   * each copy.
   */
  'task.clone': {
    taskId: Id
    statusId: StatusId
    position: RankPosition
    copies: { from: Id; to: Id }[]
  }
  /** Transfers a task with its subtasks to another project. */
  'task.transfer': { taskId: Id; baseVersion: number; to: Id }
  /**
   * The receiving side of a transfer, which no API exposes; `taskId` is the first of
   * `transferredTasks`.
   */
  'task.receive': { taskId: Id; transferredTasks: TransferredTask[] }
  'task.archive': { taskId: Id; baseVersion: number }
  'task.restore': { taskId: Id; baseVersion: number; statusId?: StatusId; position?: RankPosition }
  'comment.add': { taskId: Id; baseVersion: number; commentId: Id; body: string }
  'comment.edit': { taskId: Id; baseVersion: number; commentId: Id; body: string }
  'comment.delete': { taskId: Id; baseVersion: number; commentId: Id }
  /**
   * Imports a task from another tracker: its initial state and its history. A repeated import adds
   * only the steps and comments that are new.
   */
  'task.import': {
    taskId: Id
    first: Omit<TaskSeed, 'rank'> & {
      reporter: Id
      createdAt: Instant
      /**
       * Its rank in every column, when the importer has ranked all tasks; otherwise it goes to the
       * end.
       */
      rank?: string
    }
    steps: ImportedStep[]
    comments: ImportedComment[]
    worklogs?: ImportedWorklog[]
    archivedAt: Instant | null
  }
}
