import type { EventOf, SprintEvent, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { isEqual } from '../kernel/equal'
import type { Id } from '../kernel/primitives'
import type { SprintChanges } from '../sprint/events'
import { ensureNotCompleted } from '../sprint/guards'
import type { Sprint } from '../sprint/sprint'
import { ensureValidDates } from '../sprint/sprintFields'
import type { WorkingState } from '../workingState'
import { invertFieldEdits } from './invertProjectEvent'
import { invertSprintCompleted, invertSprintReopened } from './invertSprintCompletion'
import { blockedByRepetition } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/**
 * Returns the id of the sprint that an event created. Undoing it is only possible when the sprint
 * has no tasks.
 */
export const introducedSprintId = ({ type, data }: StoredEvent): Id | undefined =>
  type === 'sprint.created' || type === 'sprint.restored' ? data.sprintId : undefined

/** Undoes one event of a sprint. Returns the blocker, if any. */
export function invertSprintEvent(
  event: SprintEvent,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const named = event.data.sprintId
  const sprint = workingState.project.sprints.find((each) => each.id === named)
  if (!sprint) return createBlocker(event, 'The sprint no longer exists.')
  const sprintId = sprint.id
  switch (event.type) {
    case 'sprint.created':
    case 'sprint.restored':
      return invertSprintCreated(event, sprint, workingState, context)
    case 'sprint.removed': {
      if (!sprint.removedAt) return null
      const repeated = blockedByRepetition(event, `${sprint.name} has been deleted`, context)
      if (repeated) return repeated
      workingState.recordProjectEvent({ type: 'sprint.restored', data: { sprintId, sprint } })
      return null
    }
    case 'sprint.completed':
      return invertSprintCompleted(event, sprint, workingState, context)
    case 'sprint.reopened':
      return invertSprintReopened(event, sprint, workingState, context)
    case 'sprint.edited':
      return invertSprintEdited(event, sprint, workingState)
    case 'sprint.moved':
      return invertSprintMoved(event, sprint, workingState)
    case 'sprint.capacityChanged':
      return invertCapacityChanged(event, sprint, workingState, context)
    case 'sprint.started':
      return createBlocker(event, 'A sprint that has started is completed instead of undone.')
    case 'sprint.imported':
      return createBlocker(event, 'An imported change cannot be undone.')
    default:
      return assertNever(event, null)
  }
}

function invertSprintCreated(
  event: StoredEvent,
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  if (sprint.removedAt) return null
  const hasTasks = context.reads.sprintTasks.some(
    (task) => (workingState.tasks.get(task.id) ?? task).sprintId === sprint.id,
  )
  if (sprint.state !== 'planned' || hasTasks) {
    return createBlocker(event, `${sprint.name} has been planned or started since.`)
  }
  workingState.recordProjectEvent({ type: 'sprint.removed', data: { sprintId: sprint.id } })
  return null
}

/** Undoes an edit under the rules for editing a sprint. */
function invertSprintEdited(
  event: EventOf<'sprint.edited'>,
  sprint: Sprint,
  workingState: WorkingState,
): PossibleBlocker {
  if (sprint.removedAt) return createBlocker(event, `${sprint.name} has been deleted since.`)
  return invertFieldEdits(
    event,
    sprint,
    workingState,
    (set) => ({ type: 'sprint.edited', data: { sprintId: sprint.id, set } }),
    (set: SprintChanges) => ensureNotCompleted(sprint) ?? ensureValidDates(sprint, set),
  )
}

function invertSprintMoved(
  event: EventOf<'sprint.moved'>,
  sprint: Sprint,
  workingState: WorkingState,
): PossibleBlocker {
  const { fromRank, rank } = event.data
  if (sprint.rank === fromRank) return null
  if (sprint.rank !== rank) return createBlocker(event, 'The sprint has been moved since.')
  const taken = workingState.project.sprints.some((each) => each.rank === fromRank)
  if (taken) return createBlocker(event, 'Another sprint has this position now.')
  const data = { sprintId: sprint.id, fromRank: rank, rank: fromRank }
  workingState.recordProjectEvent({ type: 'sprint.moved', data })
  return null
}

function invertCapacityChanged(
  event: EventOf<'sprint.capacityChanged'>,
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { personId, from, to } = event.data
  const current = sprint.capacity[personId] ?? null
  if (isEqual(current, from)) return null
  if (!isEqual(current, to)) return createBlocker(event, 'The capacity has been changed since.')
  const completed = ensureNotCompleted(sprint)?.rejection
  if (completed) return createBlocker(event, completed.message)
  if (from && !context.reads.isMember(personId)) {
    return createBlocker(event, 'The person is not a member of this workspace any more.')
  }
  const data = { sprintId: sprint.id, personId, from: to, to: from }
  workingState.recordProjectEvent({ type: 'sprint.capacityChanged', data })
  return null
}
