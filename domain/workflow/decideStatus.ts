import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { statusFieldKey } from '../conflict/fieldChanges'
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
import { compareByRank } from '../kernel/byRank'
import type { StatusId } from '../kernel/primitives'
import { rankBetween, ranksBetween } from '../kernel/rank'
import type { StatusChanges, StatusScalars } from '../project/events'
import { findStatus, type Project, type Status } from '../project/project'
import { ensureWipLimit, requireStatus } from '../task/guards'
import { statusRemovedData } from './transitionsTo'

const nameRequired = () => reject('invalid', 'A status needs a name.', 'name')

/** A new column, before another or last. */
export function addStatus(
  command: CommandOf<'status.add'>,
  { project }: DecisionState,
  context: DecisionContext,
): Decision {
  if (!project) return projectNotFound()
  if (project.statuses.some((status) => status.id === command.status.id)) {
    return reject('id-taken', 'Another status has this id.', 'status')
  }
  if (!command.status.name.trim()) return nameRequired()
  const rank = rankBefore(project.statuses, command.before ?? null)
  const data = { ...command.status, name: command.status.name.trim(), rank }
  return acceptProjectEvent(project, context, { type: 'status.added', data })
}

/** Another name, category, colour or limit; each is judged by itself. */
export function editStatus(
  command: CommandOf<'status.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  if (!state.project) return projectNotFound()
  const lookup = requireStatus(command, command.statusId, state, context)
  if ('failure' in lookup) return lookup.failure
  if (command.set.name !== undefined && !command.set.name.trim()) return nameRequired()
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, wanted] of Object.entries(command.set)) {
    if (wanted === undefined) continue
    const mine = field === 'name' ? String(wanted).trim() : wanted
    const now = lookup.status[field as keyof StatusScalars]
    const verdict = detectScalarConflict(
      statusFieldKey(command.statusId, field),
      now,
      mine,
      context,
    )
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from: now, to: verdict.value }
  }
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  if (Object.keys(set).length === 0) return noChange
  const data = { statusId: command.statusId, set: set as StatusChanges }
  return acceptProjectEvent(state.project, context, { type: 'status.edited', data })
}

/** Another place among the columns. */
export function moveStatus(
  command: CommandOf<'status.move'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  const lookup = requireStatus(command, command.statusId, state, context)
  if ('failure' in lookup) return lookup.failure
  // Removed columns keep their ranks: no other may come to share one.
  const others = project.statuses.filter((s) => s.id !== command.statusId)
  const next = others.find((s) => !s.removedAt && compareByRank(lookup.status, s) < 0)
  const before = nextExistingId(project.statuses, command.before)
  if (before === command.statusId || before === (next?.id ?? null)) return noChange
  const rank = rankBefore(others, command.before)
  const data = { statusId: command.statusId, fromRank: lookup.status.rank, rank }
  return acceptProjectEvent(project, context, { type: 'status.moved', data })
}

/** Removes a column; its tasks go, in their order, below those of the column named. */
export function removeStatus(
  command: CommandOf<'status.remove'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project, statusTasks = [] } = state
  if (!project) return projectNotFound()
  const status = findStatus(project, command.statusId)
  if (!status) return removedOrNotFound(project, command.statusId)
  if (project.statuses.filter((each) => !each.removedAt).length === 1) {
    return reject('last-status', 'A project keeps at least one status.', 'statusId')
  }
  if (command.moveTo === command.statusId) {
    return reject('invalid', 'Name another status for its tasks.', 'moveTo')
  }
  const lookup = requireStatus(command, command.moveTo, state, context)
  if ('failure' in lookup) return lookup.failure
  const failure = ensureWipLimit(lookup.status, statusTasks.length)
  if (failure && statusTasks.length > 0) return failure
  const ranks = ranksBetween(context.rankRange, statusTasks.length)
  const moves: NewEvent[] = statusTasks.map((task, i) => ({
    type: 'task.moved',
    taskId: task.id,
    version: task.version + 1,
    data: { from: command.statusId, to: command.moveTo, fromRank: task.rank, rank: ranks[i] ?? '' },
  }))
  const data = statusRemovedData(project, command.statusId, command.moveTo)
  const removed = acceptProjectEvent(project, context, { type: 'status.removed', data })
  return { ...removed, events: [...moves, ...removed.events] }
}

type StatusEvent = Extract<NewEvent, { type: `status.${string}` }>
type StatusChangeEvent = {
  [K in StatusEvent['type']]: Pick<Extract<StatusEvent, { type: K }>, 'type' | 'data'>
}[StatusEvent['type']]

function acceptProjectEvent(
  project: Project,
  context: DecisionContext,
  event: StatusChangeEvent,
): Decision {
  return accept([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], context)
}

/** Two people who remove the same column both get what they want. */
function removedOrNotFound(project: Project, id: StatusId): Decision {
  const known = project.statuses.some((each) => each.id === id)
  return known ? noChange : reject('not-found', 'There is no such status.', 'statusId')
}

/** The column named, or the first behind it that still stands; null for the end. */
function nextExistingId(statuses: Status[], id: StatusId | null): StatusId | null {
  const from = statuses.findIndex((status) => status.id === id)
  return from < 0 ? null : (statuses.slice(from).find((status) => !status.removedAt)?.id ?? null)
}

/** A rank right before a column; last where none is named. Removed columns keep their places. */
function rankBefore(statuses: Status[], before: StatusId | null): string {
  const at = statuses.findIndex((status) => status.id === before)
  const [lower, upper] = at < 0 ? [statuses.at(-1)] : [statuses[at - 1], statuses[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
