import type { ComponentAndVersionCommands } from './component/commands'
import type { Id } from './kernel/primitives'
import type { ProjectCommands } from './project/commands'
import type { SprintCommands } from './sprint/commands'
import type { TaskCommands } from './task/commands'
import type { UndoCommands } from './undo/commands'
import type { WorklogCommands } from './worklog/commands'

export interface ConflictCommands {
  /**
   * The resolution of a conflict by the author of the lost command. `mine` applies the lost command
   * again; `edited` applies `edit` instead, a command of the same type on the same subject.
   * `baseVersion` is the version that the person saw when deciding.
   */
  'conflict.resolve': {
    conflictId: Id
    choice: 'theirs' | 'mine' | 'edited'
    baseVersion: number
    edit?: Command
  }
}

export interface CommandData
  extends TaskCommands,
    WorklogCommands,
    SprintCommands,
    ProjectCommands,
    UndoCommands,
    ComponentAndVersionCommands,
    ConflictCommands {}
export type CommandType = keyof CommandData

/** A command: its `type` and the data of that type. */
export type Command = { [K in CommandType]: { type: K } & CommandData[K] }[CommandType]
export type CommandOf<K extends CommandType> = Extract<Command, { type: K }>

/** A command with its id and the window that sent it. */
export interface CommandEnvelope {
  /** A UUIDv7 made by the sender. A repeat gets the first result and changes nothing. */
  commandId: Id
  /** The sender's window. Its own earlier commands are not concurrent. */
  clientId: Id
  projectId: Id
  command: Command
}
