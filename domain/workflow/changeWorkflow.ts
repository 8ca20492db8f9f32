import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import type { NewEvent } from '../events'
import type { StatusId } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'
import type { WorkflowStatus } from '../project/commands'
import type { StatusChanges } from '../project/events'
import { evolveProject } from '../project/evolve'
import { findStatus, type Project } from '../project/project'
import { ensureWipLimit } from '../task/guards'
import { toStoredEvent } from '../toStoredEvent'
import { type BaseWorkflow, baseWorkflowOf } from './baseWorkflow'
import { detectStatusConflicts, normalizeStatuses } from './detectStatusConflicts'
import { mergeStatusOrder, ranksForOrder } from './orderStatuses'
import { statusRemovedData } from './transitionsTo'

type ChangeWorkflow = CommandOf<'workflow.change'>
type StatusEvent = Extract<NewEvent, { type: `status.${string}` }>
type StatusChangeEvent = {
  [K in StatusEvent['type']]: Pick<Extract<StatusEvent, { type: K }>, 'type' | 'data'>
}[StatusEvent['type']]

/**
 * Puts another workflow in place of the one that the sender was looking at: all of it or nothing.
 * What others changed meanwhile and the sender did not stays; where both changed the same field of
 * a status, that clashes. Tasks of statuses that go move to the ends of the columns named.
 */
export function changeWorkflow(
  command: ChangeWorkflow,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  const base = baseWorkflowOf(project, context)
  const failure = validateWorkflow(command, project, base)
  if (failure) return failure
  const { conflictFields, edits, usesRemovedStatus } = detectStatusConflicts(
    command,
    project,
    base,
    context,
  )
  if (usesRemovedStatus) return raiseConflict(command, 'status-removed', [], state, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  const removedIds = Object.keys(command.reassignments).filter((id) => findStatus(project, id))
  const writer = new WorkflowWriter(project, context)
  for (const step of statusEventsOf(command, project, base, edits)) writer.record(step)
  const ranks = ranksBetween(context.rankRange, countTasks(removedIds, state))
  for (const id of removedIds) {
    const rejection = writer.removeStatus(id, command.reassignments[id] ?? '', state, ranks)
    if (rejection) return rejection
  }
  return writer.events.length > 0 ? accept(writer.events, context) : noChange
}

const countTasks = (ids: StatusId[], { tasksByStatus }: DecisionState) =>
  ids.reduce((sum, id) => sum + (tasksByStatus?.get(id)?.length ?? 0), 0)

/** Why a workflow cannot be one, whatever others have done meanwhile. */
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
    if (!name || ids.has(from)) return reject('invalid', 'Only statuses that go.', 'reassignments')
    if (!ids.has(to)) {
      return reject('invalid', `The tasks of ${name} need a status that stays.`, 'reassignments')
    }
  }
  return validateTransitions(statuses, project)
}

/** Whether a status was gone already when the sender looked. */
const wasRemovedBefore = (id: StatusId, project: Project, base: BaseWorkflow) =>
  !findStatus(project, id) && !base.statuses.some((each) => each.id === id)

function validateTransitions(statuses: WorkflowStatus[], project: Project): Decision | null {
  const known = new Set([...statuses, ...project.statuses].map((each) => each.id))
  for (const { id, name, transitions } of statuses) {
    const targets = (transitions ?? []).map((each) => each.to)
    const isWrong = targets.some((to) => to === id || !known.has(to))
    if (isWrong || new Set(targets).size < targets.length) {
      return reject('invalid', `The transitions of ${name} name no other status once.`, 'statuses')
    }
  }
  return null
}

/** New statuses, changed ones, and those that stand elsewhere, in the order of their events. */
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

/** The events so far, and the project as they leave it. */
class WorkflowWriter {
  readonly events: NewEvent[] = []
  private usedRanks = 0

  constructor(
    private project: Project,
    private readonly context: DecisionContext,
  ) {}

  record(step: StatusChangeEvent): void {
    const { version } = this.project
    this.append({ ...step, taskId: null, version: version + 1 } as NewEvent)
  }

  /** Empties a status into another and removes it; the refusal where that has no room. */
  removeStatus(
    id: StatusId,
    to: StatusId,
    { tasksByStatus }: DecisionState,
    ranks: string[],
  ): Decision | null {
    const tasks = tasksByStatus?.get(id) ?? []
    const target = findStatus(this.project, to)
    const failure = target && tasks.length > 0 ? ensureWipLimit(target, tasks.length) : null
    if (failure) return failure
    for (const { id: taskId, version, rank: fromRank } of tasks) {
      const data = { from: id, to, fromRank, rank: ranks[this.usedRanks++] ?? '' }
      this.append({ type: 'task.moved', taskId, version: version + 1, data })
    }
    this.record({ type: 'status.removed', data: statusRemovedData(this.project, id, to) })
    return null
  }

  private append(event: NewEvent): void {
    this.events.push(event)
    const entry = toStoredEvent(event, { ...this.context, projectId: this.project.id, seq: 0 })
    this.project = evolveProject(this.project, entry) ?? this.project
  }
}
