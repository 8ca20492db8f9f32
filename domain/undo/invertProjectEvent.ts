import { fieldChangesOf, statusFieldKey } from '../conflict/fieldChanges'
import type { Decision } from '../decision'
import type { EventBody, EventOf, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { isEqual } from '../kernel/equal'
import type { StatusId } from '../kernel/primitives'
import type { ProjectEvents } from '../project/events'
import { findStatus, type Project } from '../project/project'
import { ensureStatusLimit } from '../workflow/statusEvents'
import { statusRemovedData } from '../workflow/transitionsTo'
import type { WorkingState } from '../workingState'
import { blockedByRepetition } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/** Undoes one event of the project or its columns. Returns the blocker, if any. */
export function invertProjectEvent(
  event: EventOf<keyof ProjectEvents | 'project.parallelSprintsChanged'>,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { project } = workingState
  switch (event.type) {
    case 'project.renamed': {
      const { from, to } = event.data
      if (project.name === from) return null
      if (project.name !== to) return blockedByLaterProjectChange(event, 'name', 'name', context)
      workingState.recordProjectEvent({ type: 'project.renamed', data: { from: to, to: from } })
      return null
    }
    case 'project.parallelSprintsChanged': {
      const { from, to } = event.data
      if (project.parallelSprints === to) {
        workingState.recordProjectEvent({
          type: 'project.parallelSprintsChanged',
          data: { from: to, to: from },
        })
      }
      return null
    }
    case 'status.added':
      return invertStatusAdded(event, event.data.id, workingState)
    case 'status.restored':
      return invertStatusAdded(event, event.data.statusId, workingState)
    case 'status.removed': {
      const { statusId } = event.data
      if (findStatus(project, statusId)) return null
      const blocker = blockedRestoration(event, workingState, context)
      if (blocker) return blocker
      const { transitions } = event.data
      workingState.recordProjectEvent({
        type: 'status.restored',
        data: { statusId, ...(transitions && { transitions }) },
      })
      return null
    }
    case 'status.edited': {
      const { statusId } = event.data
      const status = findStatus(project, statusId)
      if (!status) return createBlocker(event, 'The column has been removed.')
      return invertFieldEdits(
        withoutRemovedTargets(event, project),
        status,
        workingState,
        (set) => ({
          type: 'status.edited',
          data: { statusId, set },
        }),
      )
    }
    case 'status.moved':
      return invertStatusMoved(event, workingState, context)
    case 'project.created':
      return createBlocker(event, 'This cannot be undone.')
    default:
      return assertNever(event, createBlocker(event, 'This cannot be undone.'))
  }
}

function invertStatusAdded(
  event: StoredEvent,
  statusId: StatusId,
  workingState: WorkingState,
): PossibleBlocker {
  const status = findStatus(workingState.project, statusId)
  if (!status) return null
  if (status.taskCount > 0) {
    return createBlocker(
      event,
      `${status.name} holds tasks now. Remove it in the settings instead.`,
    )
  }
  const other = workingState.project.statuses.find(
    (each) => each.id !== statusId && !each.removedAt,
  )
  if (!other) return createBlocker(event, 'A project keeps at least one status.')
  workingState.recordProjectEvent({
    type: 'status.removed',
    data: statusRemovedData(workingState.project, statusId, other.id),
  })
  return null
}

function blockedRestoration(
  event: EventOf<'status.removed'>,
  { project }: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const repeated = blockedByRepetition(event, 'The column has been removed', context)
  if (repeated) return repeated
  const rejection = ensureStatusLimit([...project.statuses, { removedAt: null }])?.rejection
  return rejection ? createBlocker(event, rejection.message) : null
}

function invertStatusMoved(
  event: EventOf<'status.moved'>,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { statusId, fromRank, rank } = event.data
  const status = findStatus(workingState.project, statusId)
  if (!status) return createBlocker(event, 'The column has been removed.')
  if (status.rank === fromRank) return null
  if (status.rank !== rank)
    return blockedByLaterProjectChange(event, statusFieldKey(statusId, 'rank'), 'place', context)
  if (workingState.project.statuses.some((each) => each.rank === fromRank)) {
    return createBlocker(event, 'Another column has this position now.')
  }
  workingState.recordProjectEvent({
    type: 'status.moved',
    data: { statusId, fromRank: rank, rank: fromRank },
  })
  return null
}

/** Returns the edit without transitions to statuses that were removed since. */
function withoutRemovedTargets(
  event: EventOf<'status.edited'>,
  project: Project,
): EventOf<'status.edited'> {
  const { transitions } = event.data.set
  if (!transitions?.from) return event
  const from = transitions.from.filter(({ to }) => findStatus(project, to))
  const set = { ...event.data.set, transitions: { ...transitions, from } }
  return { ...event, data: { ...event.data, set } }
}

type FieldChange = { from: unknown; to: unknown }

/**
 * Undoes an edit of fields. A field that was changed later blocks the whole edit, and so does a
 * rejection by `ensureValid`.
 */
export function invertFieldEdits<S extends object>(
  event: StoredEvent & { data: { set: S } },
  entity: object,
  workingState: WorkingState,
  createEvent: (set: S) => EventBody,
  ensureValid: (set: S) => Decision | null = () => null,
): PossibleBlocker {
  const changes: [field: string, FieldChange][] = Object.entries(event.data.set)
  const currentValues = new Map<string, unknown>(Object.entries(entity))
  const inverse: Record<string, FieldChange> = {}
  for (const [field, { from, to }] of changes) {
    const current = currentValues.get(field)
    if (isEqual(current, from)) continue
    if (!isEqual(current, to)) {
      return createBlocker(
        event,
        `The ${FIELD_LABELS[field] ?? field} has been changed since.`,
        field,
      )
    }
    inverse[field] = { from: to, to: from }
  }
  if (Object.keys(inverse).length === 0) return null
  // The same fields as in the event, with `from` and `to` swapped.
  const set = inverse as S
  const rejection = ensureValid(set)?.rejection
  if (rejection) return createBlocker(event, rejection.message, rejection.field)
  workingState.recordProjectEvent(createEvent(set))
  return null
}

const FIELD_LABELS: Record<string, string> = {
  wipLimit: 'limit',
  color: 'colour',
  transitions: 'list of transitions',
  startDate: 'start',
  endDate: 'end',
}

/**
 * Returns the blocker for a field of the project, or of one of its parts, that was changed later.
 */
export function blockedByLaterProjectChange(
  event: StoredEvent,
  field: string,
  label: string,
  context: UndoContext,
): PossibleBlocker {
  const laterEvents = context.concurrentEvents.filter(
    (each) => each.seq > event.seq && fieldChangesOf(each).some((change) => change.field === field),
  )
  return createBlocker(event, `The ${label} has been changed since.`, field, laterEvents.at(-1))
}
