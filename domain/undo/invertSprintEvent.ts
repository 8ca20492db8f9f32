import type { EventOf, SprintEvent, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { isEqual } from '../kernel/equal'
import type { Id } from '../kernel/primitives'
import type { Sprint } from '../sprint/sprint'
import type { WorkingState } from '../workingState'
import { invertFieldEdits } from './invertProjectEvent'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/**
 * Returns the id of the sprint that an event created. Undoing it is only possible when the sprint
 * has no tasks.
 */
export const introducedSprintId = ({ type, data }: StoredEvent): Id | undefined =>
  type === 'sprint.created' || type === 'sprint.restored' ? data.sprintId : undefined

type UndoableSprintEvent = Exclude<SprintEvent, { type: 'project.parallelSprintsChanged' }>

/** Returns true when an event is about one sprint. */
export const isSprintEvent = (event: StoredEvent): event is UndoableSprintEvent =>
  event.type.startsWith('sprint.')

/** Undoes one event of a sprint. Returns the blocker, if any. */
export function invertSprintEvent(
  event: UndoableSprintEvent,
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
    case 'sprint.removed':
      if (sprint.removedAt)
        workingState.recordProjectEvent({ type: 'sprint.restored', data: { sprintId, sprint } })
      return null
    case 'sprint.completed':
      return invertSprintCompleted(event, sprint, workingState)
    case 'sprint.edited':
      return invertFieldEdits(event, sprint, workingState, (set) => ({
        type: 'sprint.edited',
        data: { sprintId, set },
      }))
    case 'sprint.moved':
      return invertSprintMoved(event, sprint, workingState)
    case 'sprint.capacityChanged':
      return invertCapacityChanged(event, sprint, workingState)
    case 'sprint.started':
    case 'sprint.reopened':
    case 'sprint.imported':
      return createBlocker(event, 'A sprint that has started is completed instead of undone.')
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

function invertSprintCompleted(
  event: StoredEvent,
  sprint: Sprint,
  workingState: WorkingState,
): PossibleBlocker {
  if (sprint.state !== 'closed') return null
  const other = workingState.project.sprints.find(
    (each) => each.state === 'active' && !each.removedAt,
  )
  if (other && !workingState.project.parallelSprints) {
    return createBlocker(event, `${other.name} is running. Complete it first.`)
  }
  workingState.recordProjectEvent({
    type: 'sprint.reopened',
    data: { sprintId: sprint.id, sprint },
  })
  return null
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
  if (taken) return createBlocker(event, 'Another sprint stands there now.')
  const data = { sprintId: sprint.id, fromRank: rank, rank: fromRank }
  workingState.recordProjectEvent({ type: 'sprint.moved', data })
  return null
}

function invertCapacityChanged(
  event: EventOf<'sprint.capacityChanged'>,
  sprint: Sprint,
  workingState: WorkingState,
): PossibleBlocker {
  const { personId, from, to } = event.data
  const current = sprint.capacity[personId] ?? null
  if (isEqual(current, from)) return null
  if (!isEqual(current, to)) return createBlocker(event, 'The capacity has been changed since.')
  const data = { sprintId: sprint.id, personId, from: to, to: from }
  workingState.recordProjectEvent({ type: 'sprint.capacityChanged', data })
  return null
}
