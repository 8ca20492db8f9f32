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

type EventUnion<T> = { [K in EventType]: T & { type: K; data: EventData[K] } }[EventType]

/** An event as `decide` gives it, before the log has given it a place. */
export type NewEvent = EventUnion<{
  taskId: Id | null
  /** The version of the task (or, without a task, the project) that this event makes; null: none. */
  version: number | null
  /** Only for imported history: who really did it, and when. */
  imported?: { actor: Id; at: Instant }
}>

/** An event in the log. */
export type StoredEvent = EventUnion<{
  projectId: Id
  /** Position in the project's log: 1, 2, 3… without a gap. */
  seq: number
  taskId: Id | null
  version: number | null
  /** The person who did it. */
  actor: Id
  at: Instant
  commandId: Id
  /** The browser window or program that sent the command. */
  clientId: Id
  imported: boolean
}>

export type EventOf<K extends EventType> = Extract<StoredEvent, { type: K }>
