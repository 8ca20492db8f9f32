import type { Envelope } from '@/domain/commands'
import { decide } from '@/domain/decide'
import { type Decision, noProject, refuse } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import type { Project } from '@/domain/project/project'
import type { Id, Moment } from '@/domain/words'
import type { WorkspaceScope } from '../access/scope'
import type { Row } from '../log/rows'
import type { Loaded } from './load'
import type { Needs } from './needed'
import { Working } from './working'

/** A command that waits for its turn. */
export interface Waiting {
  scope: WorkspaceScope
  envelope: Envelope
  /** When it happens, where that is not now. */
  at?: Moment
}

/** One project's share of a batch: its commands in order, and the rows that they need. */
export interface Part {
  projectId: Id
  workspaceId: Id
  commands: Waiting[]
  needs: Needs
  /** The events that commands of the part take back, by the id of their command. */
  undone: ReadonlyMap<Id, LoggedEvent[]>
}

/** A command with what it came to. */
export interface Ended {
  envelope: Envelope
  actor: Id
  decision: Decision
  events: LoggedEvent[]
  missed: LoggedEvent[]
  at: Moment
}

/** A part whose commands are decided. */
export interface Decided {
  projectId: Id
  /** The project as the commands leave it. */
  working: Working
  /** What the rows were before: writes are refused when they are no longer that. */
  before: { seq: number; versions: Map<Id, number>; statuses: Set<unknown> }
  /** What each command came to; the stored row where it repeats one that was decided before. */
  results: Map<Waiting, Row | Ended>
  /** Those that were decided now and belong in the log. */
  ended: Ended[]
}

/**
 * Decides the commands of a part in order, each on what the earlier ones leave.
 * @param destination the project that a task goes to
 */
export function decidePart(part: Part, loaded: Loaded, destination?: Project): Decided {
  const working = new Working(loaded, part.needs, part.undone, destination)
  const before = {
    seq: working.seq,
    versions: new Map([...working.tasks].map(([id, task]) => [id, task.version])),
    statuses: new Set(working.project?.statuses),
  }
  // The log of a project elsewhere tells nothing here.
  const known = working.project ? loaded.commands : []
  const first = new Map<Id, Row | Ended>(known.map((row) => [String(row.command_id), row]))
  const results = new Map(part.commands.map((each) => [each, once(first, each, working)]))
  const decided = [...first.values()].filter((each): each is Ended => 'envelope' in each)
  const ended = working.project ? decided : []
  return { projectId: part.projectId, working, before, results, ended }
}

/** A command is decided once; its repeat, even in the same batch, gets what the first one got. */
function once(first: Map<Id, Row | Ended>, waiting: Waiting, working: Working): Row | Ended {
  const { commandId } = waiting.envelope
  const actor = waiting.scope.person.id
  const known = first.get(commandId)
  if (known && known.actor === actor) return known
  const ended = known ? taken(waiting) : end(waiting, working)
  if (!known) first.set(commandId, ended)
  return ended
}

function end(waiting: Waiting, working: Working): Ended {
  const { scope, envelope, at = new Date().toISOString() } = waiting
  const actor = scope.person.id
  const facts = working.facts(envelope, actor, scope.workspaceId, at)
  const known = working.project || envelope.command.type === 'project.create'
  const decision =
    facts && known ? decide(envelope.command, working.state(envelope), facts) : noProject()
  const events = facts ? working.take(decision, envelope, facts) : []
  return { envelope, actor, decision, events, missed: facts?.missed ?? [], at }
}

function taken({ scope, envelope }: Waiting): Ended {
  const decision = refuse('id-taken', 'Another command has this id.', 'commandId')
  const at = new Date().toISOString()
  return { envelope, actor: scope.person.id, decision, events: [], missed: [], at }
}
