import type { Command, CommandOf } from '../commands'
import { type Decision, type DecisionContext, reject } from '../decision'
import { defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { WHOLE_PROJECT } from '../kernel/rank'
import type { NestedCommands, Reads } from '../reads'
import type { Task } from '../task/task'
import { WorkingState } from '../workingState'
import type { Conflict, ResolutionChoice } from './conflict'

type Resolve = CommandOf<'conflict.resolve'>
type ResolveReads = Reads<
  'project' | 'conflict' | 'tasks' | 'rankRange' | 'backlogRankRange' | 'nested'
>

/**
 * Resolves a conflict as its author decided. Applying the command again follows the same rules: a
 * change newer than `baseVersion` raises a new conflict that supersedes this one.
 */
export function resolveConflict(
  command: Resolve,
  reads: ResolveReads,
  context: DecisionContext,
): Decision {
  const { conflict, project, nested } = reads
  if (!conflict || conflict.personId !== context.actor.id) {
    return reject('not-found', 'There is no such conflict.', 'conflictId')
  }
  if (conflict.resolved) {
    return reject('already-resolved', 'This conflict has been decided already.', 'conflictId')
  }
  const closing = (choice: ResolutionChoice): NewEvent => ({
    type: 'conflict.resolved',
    taskId: conflict.taskId,
    version: null,
    data: { conflictId: conflict.id, choice },
  })
  if (command.choice === 'theirs') return { outcome: 'applied', events: [closing('theirs')] }
  const replacement = commandToApply(command, conflict, nested)
  if (!replacement) return reject('invalid', 'Say what to apply instead.', 'edit')
  if (replacement.type === 'task.transfer') {
    // A transfer also changes another project, which only its own command can do.
    return reject('archived', 'Restore the task, then move it again.', 'choice')
  }
  const createView = () => {
    const view = new WorkingState(project, nested.source, context)
    view.ranges = reads
    return view
  }
  const task = reads.tasks.get(conflict.taskId ?? '')
  const decision =
    task?.archivedAt && conflict.reason === 'archived'
      ? restoreThenApply(replacement, command.baseVersion, task, createView, nested)
      : nested.decide(replacement, createView())
  if (decision.outcome === 'rejected') return decision
  if (decision.outcome === 'conflict') {
    return { ...decision, events: [...decision.events, closing('superseded')] }
  }
  return {
    outcome: decision.outcome === 'unchanged' ? 'applied' : decision.outcome,
    events: [...decision.events, closing(command.choice)],
  }
}

/**
 * Returns the command to apply: the conflicting one, or its replacement if that has the same
 * subject.
 */
function commandToApply(
  resolution: Resolve,
  { command: lost }: Conflict,
  { isSameSubject, rebase }: NestedCommands,
): Command | null {
  const command = chosenCommand(resolution, lost)
  return command && isSameSubject(command, lost) ? rebase(command, resolution.baseVersion) : null
}

const chosenCommand = ({ choice, edit }: Resolve, lost: Command): Command | undefined =>
  choice === 'edited' ? edit : lost

/** Restores a task that was archived concurrently, and then applies the command. */
function restoreThenApply(
  replacement: Command,
  baseVersion: number,
  task: Task,
  createView: () => WorkingState,
  { decide }: NestedCommands,
): Decision {
  const restore = { type: 'task.restore', taskId: task.id, baseVersion } as const
  if (replacement.type === 'task.move') {
    // Restores the task directly at the target of the move, because the loaded position is in that
    // column.
    const unarchived = createView()
    unarchived.tasks.set(task.id, { ...task, archivedAt: null })
    const moved = decide(replacement, unarchived)
    const hasNoEffect = moved.outcome === 'unchanged' && replacement.statusId !== task.statusId
    const failure = hasNoEffect || moved.outcome === 'rejected' || moved.outcome === 'conflict'
    if (failure) return moved
    const restored = decide({ ...restore, statusId: replacement.statusId }, createView())
    if (restored.outcome === 'rejected' || restored.outcome === 'conflict') return restored
    return {
      ...restored,
      events: [...restored.events, ...toLaterEdits(moved.events, restored.events.length)],
    }
  }
  const view = createView()
  const restored = decide(restore, view)
  if (restored.outcome === 'rejected' || restored.outcome === 'conflict') return restored
  for (const event of restored.events) view.record(event)
  const decision = decide(replacement, view)
  if (decision.outcome === 'rejected' || decision.outcome === 'conflict') return decision
  return { ...decision, events: [...restored.events, ...decision.events] }
}

/** Returns the field changes of a move as edits, with their versions increased by an offset. */
function toLaterEdits(events: NewEvent[], versionOffset: number): NewEvent[] {
  return events.flatMap((event): NewEvent[] => {
    const version = (event.version ?? 0) + versionOffset
    if (event.type === 'task.edited') return [{ ...event, version }]
    if (event.type !== 'task.moved') return []
    const { set, sets } = event.data
    const data = { ...(set && { set }), ...(sets && { sets }) }
    return set || sets ? [{ type: 'task.edited', taskId: event.taskId, version, data }] : []
  })
}

export const resolveConflictCommand = defineCommand({
  type: 'conflict.resolve',
  role: 'member',
  subject: ({ conflictId, baseVersion }, lookup) => {
    const conflict = lookup.conflict(conflictId)
    if (!conflict) return []
    const refs = lookup.subjectOf(lookup.rebase(conflict.command, baseVersion))
    return refs.length > 1 ? refs : [{ taskId: conflict.taskId, baseVersion }]
  },
  identity: ({ conflictId }) => [conflictId],
  rebase: (command, baseVersion) => ({ ...command, baseVersion }),
  readSet: (command, lookup) => {
    const conflict = lookup.conflict(command.conflictId)
    const chosen = conflict && chosenCommand(command, conflict.command)
    const nested =
      chosen && chosen.type !== 'conflict.resolve'
        ? [lookup.rebase(chosen, command.baseVersion)]
        : []
    const [{ rankRange, backlogRankRange } = {}] = nested.map(lookup.readSetOf)
    const taskIds = conflict?.taskId ? [conflict.taskId] : []
    // An archived task is restored first and needs a position, whatever the command.
    const restoreTarget =
      taskIds.length > 0 ? { taskIds, statusId: WHOLE_PROJECT, position: {} } : null
    return {
      project: {},
      conflict: command.conflictId,
      tasks: { taskIds },
      rankRange: rankRange ?? restoreTarget,
      backlogRankRange: backlogRankRange ?? null,
      nested,
    }
  },
  decide: resolveConflict,
})
