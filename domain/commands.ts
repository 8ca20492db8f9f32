import type { ComponentAndVersionCommands } from './component/commands'
import type { Id } from './kernel/primitives'
import type { ProjectCommands } from './project/commands'
import type { SprintCommands } from './sprint/commands'
import type { TaskCommands } from './task/commands'
import type { UndoCommands } from './undo/commands'
import type { WorklogCommands } from './worklog/commands'

export interface ConflictCommands {
  /**
   * The answer of the person whose command lost. `mine` applies the lost command again, `edited`
   * applies `edit` in its place, a command of the same type on the same thing; `baseVersion` is
   * what the person saw while deciding.
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

/** What a person wants; the `type` names it, the rest says exactly what. */
export type Command = { [K in CommandType]: { type: K } & CommandData[K] }[CommandType]
export type CommandOf<K extends CommandType> = Extract<Command, { type: K }>

/** A command on its way: who it is and which window it comes from. */
export interface CommandEnvelope {
  /** UUIDv7 made by the sender; a repeat gets the first answer and changes nothing. */
  commandId: Id
  /** The sender's window; its own earlier commands never count as missed. */
  clientId: Id
  projectId: Id
  command: Command
}
