import type { Command, CommandOf, CommandType } from './commands'
import type { Decision, DecisionContext } from './decision'
import type { Id } from './kernel/primitives'
import type { AllReads, EarlierCommands, ReadName, ReadSet, Reads } from './reads'

/** A task (null: the project) with its base version. */
export interface SubjectRef {
  taskId: Id | null
  baseVersion: number
  /** A command whose own events are not concurrent: the one being undone. */
  knownCommandId?: Id
}

/** The look-ups that a command may use to name its subject and its read set. */
export interface CommandLookup extends EarlierCommands {
  rebase(command: Command, baseVersion: number): Command
  subjectOf(command: Command): SubjectRef[]
  readSetOf(command: Command): Partial<ReadSet>
}

/** The definition of one type of command. */
export interface CommandDefinition<
  K extends CommandType,
  R extends ReadName,
  Role extends 'member' | 'admin',
> {
  readonly type: K
  /** The minimum role that may send it. */
  readonly role: Role
  /** Returns the subjects that it changes. Events after their base versions are concurrent. */
  subject(command: CommandOf<K>, lookup: CommandLookup): SubjectRef[]
  /**
   * Returns the ids of its subject. A command of the same type may replace it if they are equal.
   */
  identity(command: CommandOf<K>): readonly Id[]
  /** Returns the command with another base version. */
  rebase(command: CommandOf<K>, baseVersion: number): CommandOf<K>
  /** Returns the read set: everything that `decide` uses. */
  readSet(command: CommandOf<K>, lookup: CommandLookup): ReadSet<R>
  /** Returns the outcome and its events. Pure: the same on the server and in the browser. */
  decide(command: CommandOf<K>, reads: Reads<R>, context: DecisionContext): Decision
}

/** A definition without its type parameters, for code that handles commands of any type. */
export interface AnyCommandDefinition {
  readonly type: CommandType
  readonly role: 'member' | 'admin'
  subject(command: Command, lookup: CommandLookup): SubjectRef[]
  identity(command: Command): readonly Id[]
  rebase(command: Command, baseVersion: number): Command
  readSet(command: Command, lookup: CommandLookup): Partial<ReadSet>
  decide(command: Command, reads: Partial<AllReads>, context: DecisionContext): Decision
}

/**
 * Defines a command in its module. `domain/commands.ts` lists the data of every command and
 * `domain/commandRegistry.ts` its definition. The compiler reports a missing part.
 */
export function defineCommand<
  K extends CommandType,
  R extends ReadName,
  const Role extends 'member' | 'admin',
>(definition: CommandDefinition<K, R, Role>): CommandDefinition<K, R, Role> {
  return definition
}

const withBaseVersion = <C extends { baseVersion: number }>(
  command: C,
  baseVersion: number,
): C => ({
  ...command,
  baseVersion,
})
const unchanged = <C>(command: C): C => command

/** For commands about one task with a base version. */
export const aboutTask = {
  subject: ({ taskId, baseVersion }: { taskId: Id; baseVersion: number }): SubjectRef[] => [
    { taskId, baseVersion },
  ],
  identity: ({ taskId }: { taskId: Id }): Id[] => [taskId],
  rebase: withBaseVersion,
}

/** For commands about a task without a base version, such as a new one. */
export const aboutUnseenTask = {
  subject: ({ taskId }: { taskId: Id }): SubjectRef[] => [
    { taskId, baseVersion: Number.MAX_SAFE_INTEGER },
  ],
  identity: ({ taskId }: { taskId: Id }): Id[] => [taskId],
  rebase: unchanged,
}

/** For commands about several tasks, each with a base version of its own. */
export const aboutTasks = {
  subject: ({ tasks }: { tasks: SubjectRef[] }): SubjectRef[] => tasks,
  identity: ({ tasks }: { tasks: { taskId: Id }[] }): Id[] => tasks.map((each) => each.taskId),
  rebase: <C extends { tasks: { taskId: Id; baseVersion: number }[] }>(
    command: C,
    baseVersion: number,
  ): C => ({ ...command, tasks: command.tasks.map((each) => ({ ...each, baseVersion })) }),
}

/** For commands about the project or a part of it, with a base version of the project. */
export const aboutProject = {
  subject: ({ baseVersion }: { baseVersion: number }): SubjectRef[] => [
    { taskId: null, baseVersion },
  ],
  identity: (): Id[] => [],
  rebase: withBaseVersion,
}

/**
 * For commands about one status, sprint, component or version, with a base version of the project.
 */
export const aboutStatus = {
  ...aboutProject,
  identity: (c: { statusId: Id }): Id[] => [c.statusId],
}
export const aboutSprint = {
  ...aboutProject,
  identity: (c: { sprintId: Id }): Id[] => [c.sprintId],
}
export const aboutComponent = {
  ...aboutProject,
  identity: (c: { componentId: Id }): Id[] => [c.componentId],
}
export const aboutVersion = {
  ...aboutProject,
  identity: (c: { versionId: Id }): Id[] => [c.versionId],
}
