import type { Command, CommandOf, CommandType } from './commands'
import type { Decision, DecisionContext } from './decision'
import type { Id } from './kernel/primitives'
import type { AllReads, EarlierCommands, ReadName, ReadSet, Reads } from './reads'

/** A task (null: the project) with the version that the sender of a command was looking at. */
export interface SubjectRef {
  taskId: Id | null
  baseVersion: number
  /** The command whose own events its sender knows of: the one that is undone. */
  knownCommandId?: Id
}

/** What a command may look at while it says what it is about and what it reads. */
export interface CommandLookup extends EarlierCommands {
  rebase(command: Command, baseVersion: number): Command
  subjectOf(command: Command): SubjectRef[]
  readSetOf(command: Command): Partial<ReadSet>
}

/** All that is known of one type of command. */
export interface CommandDefinition<
  K extends CommandType,
  R extends ReadName,
  Role extends 'member' | 'admin',
> {
  readonly type: K
  /** The least role that may send it. */
  readonly role: Role
  /** What it changes. Events after the base versions are those that its sender has not seen. */
  subject(command: CommandOf<K>, lookup: CommandLookup): SubjectRef[]
  /** The ids of what it is about: another command of its type may replace it if they are equal. */
  identity(command: CommandOf<K>): readonly Id[]
  /** The same command by somebody who has seen its subject at another version. */
  rebase(command: CommandOf<K>, baseVersion: number): CommandOf<K>
  /** Names all that `decide` looks at. */
  readSet(command: CommandOf<K>, lookup: CommandLookup): ReadSet<R>
  /** The outcome and the events that make it true: pure, the same on the server and in the browser. */
  decide(command: CommandOf<K>, reads: Reads<R>, context: DecisionContext): Decision
}

/** A definition as whoever handles commands of any type sees it. */
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
 * `domain/commandRegistry.ts` its definition; the compiler names what is missing.
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

/** Of a command about one task, seen at a version. */
export const aboutTask = {
  subject: ({ taskId, baseVersion }: { taskId: Id; baseVersion: number }): SubjectRef[] => [
    { taskId, baseVersion },
  ],
  identity: ({ taskId }: { taskId: Id }): Id[] => [taskId],
  rebase: withBaseVersion,
}

/** Of a command about a task that its sender need not have seen, such as a new one. */
export const aboutUnseenTask = {
  subject: ({ taskId }: { taskId: Id }): SubjectRef[] => [
    { taskId, baseVersion: Number.MAX_SAFE_INTEGER },
  ],
  identity: ({ taskId }: { taskId: Id }): Id[] => [taskId],
  rebase: unchanged,
}

/** Of a command about several tasks, each seen at a version of its own. */
export const aboutTasks = {
  subject: ({ tasks }: { tasks: SubjectRef[] }): SubjectRef[] => tasks,
  identity: ({ tasks }: { tasks: { taskId: Id }[] }): Id[] => tasks.map((each) => each.taskId),
  rebase: <C extends { tasks: { taskId: Id; baseVersion: number }[] }>(
    command: C,
    baseVersion: number,
  ): C => ({ ...command, tasks: command.tasks.map((each) => ({ ...each, baseVersion })) }),
}

/** Of a command about the project or a part of it, seen at a version of the project. */
export const aboutProject = {
  subject: ({ baseVersion }: { baseVersion: number }): SubjectRef[] => [
    { taskId: null, baseVersion },
  ],
  identity: (): Id[] => [],
  rebase: withBaseVersion,
}

/** The same of one status, sprint, component or version of it. */
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
