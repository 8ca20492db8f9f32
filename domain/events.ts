import type { ComponentAndVersionEvents } from './component/events'
import type { ConflictEvents } from './conflict/conflict'
import type { Id, Instant } from './kernel/primitives'
import type { ProjectEvents } from './project/events'
import type { SprintEvents } from './sprint/events'
import type { TaskEvents } from './task/events'
import type { WorklogEvents } from './worklog/events'

/** Every kind of event with the shape of its data. */
export interface EventData
  extends TaskEvents,
    WorklogEvents,
    SprintEvents,
    ProjectEvents,
    ConflictEvents,
    ComponentAndVersionEvents {}
export type EventType = keyof EventData

/** What happens to a task: each such event makes a version of it. */
export type TaskEventType = keyof TaskEvents | keyof WorklogEvents
/** What happens to the project or a part of it: each such event makes a version of the project. */
export type ProjectEventType =
  | keyof ProjectEvents
  | keyof SprintEvents
  | keyof ComponentAndVersionEvents

/** What an event is about, and the version that it makes. Events about conflicts make none. */
type Subject<K extends EventType> = K extends TaskEventType
  ? { taskId: Id; version: number }
  : K extends ProjectEventType
    ? { taskId: null; version: number }
    : { taskId: Id | null; version: null }

type EventUnion<T, K extends EventType = EventType> = {
  [E in K]: T & Subject<E> & { type: E; data: EventData[E] }
}[K]

/** Only for imported history: who really did it, and when. */
interface ImportedOrigin {
  imported?: { actor: Id; at: Instant }
}

/** An event as `decide` gives it, before the log has given it a place. */
export type NewEvent = EventUnion<ImportedOrigin>

/** Where, by whom and when an event entered the log. */
interface StoredMetadata {
  projectId: Id
  /** Position in the project's log: 1, 2, 3… without a gap. */
  seq: number
  /** The person who did it. */
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
export type SprintEvent = EventUnion<StoredMetadata, keyof SprintEvents>
export type ComponentOrVersionEvent = EventUnion<StoredMetadata, keyof ComponentAndVersionEvents>
export type WorklogEvent = EventUnion<StoredMetadata, keyof WorklogEvents>
export type CommentEvent = EventUnion<StoredMetadata, `comment.${string}` & EventType>

export type EventOf<K extends EventType> = Extract<StoredEvent, { type: K }>
