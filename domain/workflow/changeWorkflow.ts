import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutProject, defineCommand } from '../defineCommand'
import type { StatusId } from '../kernel/primitives'
import { ranksBetween, WHOLE_PROJECT } from '../kernel/rank'
import type { WorkflowStatus } from '../project/commands'
import type { StatusChanges } from '../project/events'
import { findStatus, type Project } from '../project/project'
import type { Reads } from '../reads'
import { ensureWipLimit } from '../task/guards'
import { WorkingState } from '../workingState'
import { type BaseWorkflow, baseWorkflowOf } from './baseWorkflow'
import { detectStatusConflicts, normalizeStatuses } from './detectStatusConflicts'
import { mergeStatusOrder, ranksForOrder } from './orderStatuses'
import { ensureStatusLimit, type StatusChangeEvent } from './statusEvents'
import { statusRemovedData } from './transitionsTo'

type ChangeWorkflow = CommandOf<'workflow.change'>

/**
 * Replaces the workflow that the sender saw, all or nothing. Concurrent changes of other fields are
 * kept; when both sides changed the same field of a status, it is a conflict. Tasks of removed
 * statuses move to the end of the columns given in `reassignments`.
 */
export function changeWorkflow(
  command: ChangeWorkflow,
  reads: Reads<'project' | 'statusTasks' | 'rankRange' | 'nested'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const base = baseWorkflowOf(project, context)
  const failure = validateWorkflow(command, project, base)
  if (failure) return failure
  const { conflictFields, edits, usesRemovedStatus } = detectStatusConflicts(
    command,
    project,
    base,
    context,
  )
  if (usesRemovedStatus) return raiseConflict(command, 'status-removed', [], reads, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  const removedIds = Object.keys(command.reassignments).filter((id) => findStatus(project, id))
  const workingState = new WorkingState(project, reads.nested.source, context)
  for (const step of statusEventsOf(command, project, base, edits))
    workingState.recordProjectEvent(step)
  const ranks = ranksBetween(reads.rankRange, countTasks(removedIds, reads))
  for (const id of removedIds) {
    const rejection = removeStatus(id, command.reassignments[id] ?? '', workingState, reads, ranks)
    if (rejection) return rejection
  }
  // Statuses that others added concurrently are kept and count too.
  const addsStatus = workingState.events.some(({ type }) => type === 'status.added')
  const overLimit = addsStatus ? ensureStatusLimit(workingState.project.statuses) : null
  if (overLimit) return overLimit
  return workingState.events.length > 0 ? accept(workingState.events, context) : noChange
}

const countTasks = (ids: StatusId[], { statusTasks }: Reads<'statusTasks'>) =>
  ids.reduce((sum, id) => sum + (statusTasks.get(id)?.length ?? 0), 0)

/**
 * Returns a rejection when the workflow is invalid regardless of concurrent changes, otherwise
 * null.
 */
function validateWorkflow(
  { statuses, reassignments }: ChangeWorkflow,
  project: Project,
  base: BaseWorkflow,
): Decision | null {
  const ids = new Set(statuses.map((each) => each.id))
  if (ids.size === 0) return reject('last-status', 'A project keeps at least one status.')
  if (ids.size < statuses.length) return reject('invalid', 'A status is named twice.', 'statuses')
  if (statuses.some((each) => !each.name.trim())) {
    return reject('invalid', 'A status needs a name.', 'statuses')
  }
  const taken = project.statuses.find(
    (each) => ids.has(each.id) && wasRemovedBefore(each.id, project, base),
  )
  if (taken) return reject('id-taken', `${taken.name} was removed before.`, 'statuses')
  const left = base.statuses.find(
    (each) => !ids.has(each.id) && reassignments[each.id] === undefined,
  )
  if (left) return reject('invalid', `Say where the tasks of ${left.name} go.`, 'reassignments')
  for (const [from, to] of Object.entries(reassignments)) {
    const name = project.statuses.find((each) => each.id === from)?.name
    if (!name) return reject('not-found', 'There is no such status.', 'reassignments')
    if (ids.has(from)) {
      const message = `${name} stays, so its tasks cannot go to another status.`
      return reject('invalid', message, 'reassignments')
    }
    if (!ids.has(to)) {
      return reject('invalid', `The tasks of ${name} need a status that stays.`, 'reassignments')
    }
  }
  return validateTransitions(statuses, project)
}

/** Returns whether a status was already removed at the base version. */
const wasRemovedBefore = (id: StatusId, project: Project, base: BaseWorkflow) =>
  !findStatus(project, id) && !base.statuses.some((each) => each.id === id)

function validateTransitions(statuses: WorkflowStatus[], project: Project): Decision | null {
  const known = new Set([...statuses, ...project.statuses].map((each) => each.id))
  for (const { id, name, transitions } of statuses) {
    const targets = (transitions ?? []).map((each) => each.to)
    const problem = problemOf(targets, id, known)
    if (problem) return reject('invalid', `A transition of ${name} ${problem}.`, 'statuses')
  }
  return null
}

/** Returns what is wrong with the targets of a status's transitions; null for nothing. */
function problemOf(
  targets: StatusId[],
  from: StatusId,
  known: ReadonlySet<StatusId>,
): string | null {
  if (targets.includes(from)) return 'leads back to the same status'
  if (targets.some((to) => !known.has(to))) return 'leads to a status that does not exist'
  return new Set(targets).size < targets.length ? 'is listed twice' : null
}

/** Returns the events for new, changed and moved statuses, in order. */
function statusEventsOf(
  { statuses, reassignments }: ChangeWorkflow,
  project: Project,
  base: BaseWorkflow,
  edits: Map<StatusId, StatusChanges>,
): StatusChangeEvent[] {
  const order = mergeStatusOrder(
    statuses.map((each) => each.id),
    project,
    base,
    new Set(Object.keys(reassignments)),
  )
  const ranks = ranksForOrder(order, project)
  const known = new Set(project.statuses.map((each) => each.id))
  const added = normalizeStatuses(statuses, reassignments, project).filter(
    (each) => !known.has(each.id),
  )
  const steps: StatusChangeEvent[] = added.map((each) => ({
    type: 'status.added',
    data: { ...each, rank: ranks.get(each.id) ?? '' },
  }))
  for (const [statusId, set] of edits)
    steps.push({ type: 'status.edited', data: { statusId, set } })
  for (const [statusId, rank] of ranks) {
    const fromRank = findStatus(project, statusId)?.rank
    if (fromRank) steps.push({ type: 'status.moved', data: { statusId, fromRank, rank } })
  }
  return steps
}

/**
 * Moves all tasks of a status to another and removes it. Returns the rejection when the target's
 * WIP limit is exceeded.
 */
function removeStatus(
  id: StatusId,
  to: StatusId,
  workingState: WorkingState,
  { statusTasks }: Reads<'statusTasks'>,
  ranks: string[],
): Decision | null {
  const tasks = statusTasks.get(id) ?? []
  const target = findStatus(workingState.project, to)
  const failure = target && tasks.length > 0 ? ensureWipLimit(target, tasks.length) : null
  if (failure) return failure
  for (const task of tasks) {
    const data = { from: id, to, fromRank: task.rank, rank: ranks.shift() ?? '' }
    workingState.recordTaskEvent(task, { type: 'task.moved', data })
  }
  const data = statusRemovedData(workingState.project, id, to)
  workingState.recordProjectEvent({ type: 'status.removed', data })
  return null
}

export const changeWorkflowCommand = defineCommand({
  type: 'workflow.change',
  role: 'admin',
  ...aboutProject,
  readSet: ({ reassignments }) => ({
    project: {},
    nested: [],
    statusTasks: Object.keys(reassignments),
    rankRange: { taskIds: [], statusId: WHOLE_PROJECT, position: { end: 'bottom' } },
  }),
  decide: changeWorkflow,
})
