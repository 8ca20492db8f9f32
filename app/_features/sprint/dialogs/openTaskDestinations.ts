import type { Id } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import type { UnfinishedTask } from '@/domain/views/sprints'

/** Destination of a task when its sprint ends: a sprint's id, a new sprint or the backlog. */
export type Destination = Id | typeof NEW_SPRINT | typeof BACKLOG
export const NEW_SPRINT = 'new'
export const BACKLOG = 'backlog'

export interface DestinationOption {
  value: Destination
  label: string
}

/** Returns the possible destinations: the next sprints in their order, a new one, the backlog. */
export function destinationOptions(
  sprints: readonly Sprint[],
  completingSprintId: Id,
): DestinationOption[] {
  const open = sprints.filter(
    (each) => each.state !== 'closed' && !each.removedAt && each.id !== completingSprintId,
  )
  const [next] = plannedBeforeActive(open)
  return [
    ...plannedBeforeActive(open).map((each) => ({
      value: each.id,
      label: each === next ? `Next sprint: ${each.name}` : each.name,
    })),
    { value: NEW_SPRINT, label: 'A new sprint' },
    { value: BACKLOG, label: 'Backlog' },
  ]
}

/** Sorts planned sprints before active ones. */
const plannedBeforeActive = (open: Sprint[]) => [
  ...open.filter((each) => each.state === 'planned'),
  ...open.filter((each) => each.state === 'active'),
]

/** Counts the open tasks by destination: the task's own choice, otherwise the default. */
export function countByDestination(
  open: readonly UnfinishedTask[],
  defaultDestination: Destination,
  overrides: ReadonlyMap<Id, Destination>,
): Map<Destination, number> {
  const counts = new Map<Destination, number>()
  for (const { id } of open) {
    const destination = overrides.get(id) ?? defaultDestination
    counts.set(destination, (counts.get(destination) ?? 0) + 1)
  }
  return counts
}

/** Returns the destinations as fields of the command `sprint.complete`. */
export function toCommandFields(
  defaultDestination: Destination,
  overrides: ReadonlyMap<Id, Destination>,
  newSprintId: Id,
) {
  const toSprintId = (to: Destination) =>
    to === BACKLOG ? null : to === NEW_SPRINT ? newSprintId : to
  const destinations = [...overrides]
    .filter(([, to]) => to !== defaultDestination)
    .map(([taskId, to]) => ({ taskId, to: toSprintId(to) }))
  return {
    defaultDestination: toSprintId(defaultDestination),
    ...(destinations.length > 0 && { destinations }),
  }
}
