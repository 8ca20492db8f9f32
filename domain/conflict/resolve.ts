import type { Command, CommandOf } from '../commands'
import { type Decision, type Facts, refuse, type State } from '../decision'
import { equal } from '../equal'
import type { NewEvent } from '../events'
import { logged } from '../logged'
import { evolveProject } from '../project/evolve'
import { seenAt, seenBy } from '../seen'
import { evolveTask } from '../task/evolve'
import type { Choice, Conflict } from './conflict'

type Resolve = CommandOf<'conflict.resolve'>
type Decide = (command: Command, state: State, facts: Facts) => Decision

/**
 * Carries out what a person decided about a lost command. Applying it again goes through the same
 * rules: a change newer than `baseVersion` makes a new conflict, which supersedes this one.
 */
export function resolveConflict(c: Resolve, state: State, facts: Facts, decide: Decide): Decision {
  const { conflict } = state
  if (!conflict || conflict.personId !== facts.actor.id) {
    return refuse('not-found', 'There is no such conflict.', 'conflictId')
  }
  if (conflict.resolved) {
    return refuse('already-resolved', 'This conflict has been decided already.', 'conflictId')
  }
  const closing = (choice: Choice): NewEvent => ({
    type: 'conflict.resolved',
    taskId: conflict.taskId,
    version: null,
    data: { conflictId: conflict.id, choice },
  })
  if (c.choice === 'theirs') return { outcome: 'applied', events: [closing('theirs')] }
  const again = chosen(c, conflict)
  if (!again) return refuse('invalid', 'Say what to apply instead.', 'edit')
  if (again.type === 'task.transfer') {
    // That changes another project too, which only its own command can.
    return refuse('archived', 'Restore the task, then move it again.', 'choice')
  }
  const gone = conflict.reason === 'archived' && state.task?.archivedAt
  const decision = (gone ? bringBack : decide)(again, state, facts, decide)
  if (decision.outcome === 'refused') return decision
  if (decision.outcome === 'conflict') {
    return { ...decision, events: [...decision.events, closing('superseded')] }
  }
  return {
    outcome: decision.outcome === 'unchanged' ? 'applied' : decision.outcome,
    events: [...decision.events, closing(c.choice)],
  }
}

/** The command to apply: the lost one, or its replacement when that is about the same thing. */
function chosen(c: Resolve, conflict: Conflict): Command | null {
  const command = c.choice === 'mine' ? conflict.command : c.edit
  const lost = conflict.command
  if (!command || command.type !== lost.type) return null
  if (!equal(thing(command), thing(lost))) return null
  return seenAt(command, c.baseVersion)
}

/** What a command is about. A new status may get another id, and a task another column. */
function thing(command: Command) {
  const taskId = seenBy(command)[0]?.taskId ?? null
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
function bringBack(again: Command, state: State, facts: Facts, decide: Decide): Decision {
  const { task } = state
  if (!task) return decide(again, state, facts)
  const restore = { type: 'task.restore', taskId: task.id, baseVersion: task.version } as const
  if (again.type === 'task.move') {
    // It comes back where the move wants it: the place that was found is a place in that column.
    const moved = decide(again, { ...state, task: { ...task, archivedAt: null } }, facts)
    const isVoid = moved.outcome === 'unchanged' && again.statusId !== task.statusId
    const stop = isVoid || moved.outcome === 'refused' || moved.outcome === 'conflict'
    if (stop) return moved
    const back = decide({ ...restore, statusId: again.statusId }, state, facts)
    if (back.outcome === 'refused' || back.outcome === 'conflict') return back
    return { ...back, events: [...back.events, ...onTheWay(moved.events, back.events.length)] }
  }
  const opened = decide(restore, state, facts)
  if (opened.outcome === 'refused' || opened.outcome === 'conflict') return opened
  const decision = decide(again, after(opened.events, state, facts), facts)
  if (decision.outcome === 'refused' || decision.outcome === 'conflict') return decision
  return { ...decision, events: [...opened.events, ...decision.events] }
}

/** What a move fills in and sets besides moving, as edits that come later by some versions. */
function onTheWay(events: NewEvent[], later: number): NewEvent[] {
  return events.flatMap((event): NewEvent[] => {
    const version = (event.version ?? 0) + later
    if (event.type === 'task.edited') return [{ ...event, version }]
    if (event.type !== 'task.moved') return []
    const { set, sets } = event.data
    const data = { ...(set && { set }), ...(sets && { sets }) }
    return set || sets ? [{ type: 'task.edited', taskId: event.taskId, version, data }] : []
  })
}

/** The rows as some events of the same task leave them. */
function after(events: NewEvent[], state: State, facts: Facts): State {
  let { project, task } = state
  for (const event of events) {
    const entry = logged(event, { ...facts, projectId: project?.id ?? '', seq: 0 })
    project = evolveProject(project, entry)
    task = evolveTask(task, entry)
  }
  const tasks = state.tasks && task ? new Map(state.tasks).set(task.id, task) : state.tasks
  return { ...state, project, task, tasks }
}
