import type { ComponentAndVersionEvents } from './component/events'
import type { ConflictEvents } from './conflict/conflict'
import type { Id, Instant } from './kernel/primitives'
import type { ProjectEvents } from './project/events'
import type { SprintEvents } from './sprint/events'
import type { TaskEvents } from './task/events'
import type { WorklogEvents } from './worklog/events'

/** The data of every type of event. */
export interface EventData
  extends TaskEvents,
    WorklogEvents,
    SprintEvents,
    ProjectEvents,
    ConflictEvents,
    ComponentAndVersionEvents {}
export type EventType = keyof EventData

/** Events about a task. Each creates a new version of the task. */
export type TaskEventType = keyof TaskEvents | keyof WorklogEvents
/** Events about the project or a part of it. Each creates a new version of the project. */
export type ProjectEventType =
  | keyof ProjectEvents
  | keyof SprintEvents
  | keyof ComponentAndVersionEvents

/** The subject of an event and the version that it creates. Events about conflicts create none. */
type Subject<K extends EventType> = K extends TaskEventType
  ? { taskId: Id; version: number }
  : K extends ProjectEventType
    ? { taskId: null; version: number }
    : { taskId: Id | null; version: null }

type EventUnion<T, K extends EventType = EventType> = {
  [E in K]: T & Subject<E> & { type: E; data: EventData[E] }
}[K]

/** Only for imported history: the real author and time. */
interface ImportedOrigin {
  imported?: { actor: Id; at: Instant }
}

/** An event from `decide`, without a position in the log. */
export type NewEvent = EventUnion<ImportedOrigin>

/** The metadata of an event in the log. */
interface StoredMetadata {
  projectId: Id
  /** Position in the project's log: 1, 2, 3… without gaps. */
  seq: number
  /** The person who caused it. */
  actor: Id
  at: Instant
  commandId: Id
  /** The browser window or program that sent the command. */
  clientId: Id
  imported: boolean
}

/** An event in the log. */
export type StoredEvent = EventUnion<StoredMetadata>
export type TaskEvent = EventUnion<StoredMetadata, TaskEventType>
export type ConflictEvent = EventUnion<StoredMetadata, keyof ConflictEvents>
/** Events about one sprint. */
export type SprintEvent = EventUnion<StoredMetadata, keyof SprintEvents & `sprint.${string}`>
export type ComponentOrVersionEvent = EventUnion<StoredMetadata, keyof ComponentAndVersionEvents>
export type WorklogEvent = EventUnion<StoredMetadata, keyof WorklogEvents>
export type CommentEvent = EventUnion<StoredMetadata, `comment.${string}` & EventType>

export type EventOf<K extends EventType> = Extract<StoredEvent, { type: K }>

/** The type and the data of an event. Its subject and version follow from where it is recorded. */
export type EventBody = Pick<NewEvent, 'type' | 'data'>

/** Returns true when an event is about one sprint. */
export const isSprintEvent = (event: StoredEvent): event is SprintEvent =>
  event.type.startsWith('sprint.')
