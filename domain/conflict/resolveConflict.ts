import type { Command, CommandOf } from '../commands'
import { type Decision, type DecisionContext, type DecisionState, reject } from '../decision'
import type { NewEvent } from '../events'
import { isEqual } from '../kernel/equal'
import { evolveProject } from '../project/evolve'
import { evolveTask } from '../task/evolve'
import { rebaseOn, taskRefsOf } from '../taskRefs'
import { toStoredEvent } from '../toStoredEvent'
import type { Conflict, ResolutionChoice } from './conflict'

type Resolve = CommandOf<'conflict.resolve'>
type Decide = (command: Command, state: DecisionState, context: DecisionContext) => Decision

/**
 * Carries out what a person decided about a lost command. Applying it again goes through the same
 * rules: a change newer than `baseVersion` makes a new conflict, which supersedes this one.
 */
export function resolveConflict(
  command: Resolve,
  state: DecisionState,
  context: DecisionContext,
  decide: Decide,
): Decision {
  const { conflict } = state
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
  const replacement = commandToApply(command, conflict)
  if (!replacement) return reject('invalid', 'Say what to apply instead.', 'edit')
  if (replacement.type === 'task.transfer') {
    // That changes another project too, which only its own command can.
    return reject('archived', 'Restore the task, then move it again.', 'choice')
  }
  const isArchived = conflict.reason === 'archived' && state.task?.archivedAt
  const decision = (isArchived ? restoreThenApply : decide)(replacement, state, context, decide)
  if (decision.outcome === 'rejected') return decision
  if (decision.outcome === 'conflict') {
    return { ...decision, events: [...decision.events, closing('superseded')] }
  }
  return {
    outcome: decision.outcome === 'unchanged' ? 'applied' : decision.outcome,
    events: [...decision.events, closing(command.choice)],
  }
}

/** The command to apply: the lost one, or its replacement when that is about the same thing. */
function commandToApply(c: Resolve, conflict: Conflict): Command | null {
  const command = c.choice === 'mine' ? conflict.command : c.edit
  const conflictingCommand = conflict.command
  if (!command || command.type !== conflictingCommand.type) return null
  if (!isEqual(subjectOf(command), subjectOf(conflictingCommand))) return null
  return rebaseOn(command, c.baseVersion)
}

/** What a command is about. A new status may get another id, and a task another column. */
function subjectOf(command: Command) {
  const taskId = taskRefsOf(command)[0]?.taskId ?? null
  const commentId = 'commentId' in command ? command.commentId : null
  const worklogId = 'worklogId' in command ? command.worklogId : null
  const statusId = !taskId && 'statusId' in command ? command.statusId : null
  const sprintId = !taskId && 'sprintId' in command ? command.sprintId : null
  const entryId =
    'componentId' in command
      ? command.componentId
      : 'versionId' in command
        ? command.versionId
        : null
  return { taskId, commentId, worklogId, statusId, sprintId, entryId }
}

/** A task archived meanwhile comes back first: that is what applying a change to it means. */
function restoreThenApply(
  replacement: Command,
  state: DecisionState,
  context: DecisionContext,
  decide: Decide,
): Decision {
  const { task } = state
  if (!task) return decide(replacement, state, context)
  const restore = { type: 'task.restore', taskId: task.id, baseVersion: task.version } as const
  if (replacement.type === 'task.move') {
    // It comes back where the move wants it: the place that was found is a place in that column.
    const moved = decide(replacement, { ...state, task: { ...task, archivedAt: null } }, context)
    const hasNoEffect = moved.outcome === 'unchanged' && replacement.statusId !== task.statusId
    const failure = hasNoEffect || moved.outcome === 'rejected' || moved.outcome === 'conflict'
    if (failure) return moved
    const restored = decide({ ...restore, statusId: replacement.statusId }, state, context)
    if (restored.outcome === 'rejected' || restored.outcome === 'conflict') return restored
    return {
      ...restored,
      events: [...restored.events, ...toLaterEdits(moved.events, restored.events.length)],
    }
  }
  const restored = decide(restore, state, context)
  if (restored.outcome === 'rejected' || restored.outcome === 'conflict') return restored
  const decision = decide(replacement, applyEvents(restored.events, state, context), context)
  if (decision.outcome === 'rejected' || decision.outcome === 'conflict') return decision
  return { ...decision, events: [...restored.events, ...decision.events] }
}

/** What a move fills in and sets besides moving, as edits that come later by some versions. */
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

/** The rows as some events of the same task leave them. */
function applyEvents(
  events: NewEvent[],
  state: DecisionState,
  context: DecisionContext,
): DecisionState {
  let { project, task } = state
  for (const event of events) {
    const entry = toStoredEvent(event, { ...context, projectId: project?.id ?? '', seq: 0 })
    project = evolveProject(project, entry)
    task = evolveTask(task, entry)
  }
  const tasks = state.tasks && task ? new Map(state.tasks).set(task.id, task) : state.tasks
  return { ...state, project, task, tasks }
}
