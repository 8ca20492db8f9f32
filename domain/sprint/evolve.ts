import type { SprintEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { compareByRank } from '../kernel/byRank'
import { newValuesOf } from '../kernel/newValuesOf'
import type { Id } from '../kernel/primitives'
import type { Sprint } from './sprint'

function updateSprint(sprints: Sprint[], id: Id, change: (sprint: Sprint) => Sprint): Sprint[] {
  return sprints.map((sprint) => (sprint.id === id ? change(sprint) : sprint))
}

/** Returns the sprints of a project after one event. */
export function evolveSprints(sprints: Sprint[], event: SprintEvent): Sprint[] {
  switch (event.type) {
    case 'sprint.created': {
      const { sprintId, ...seed } = event.data
      const rest = { state: 'planned', capacity: {}, startedAt: null, completedAt: null } as const
      return [...sprints, { id: sprintId, ...seed, ...rest, removedAt: null }].sort(compareByRank)
    }
    case 'sprint.edited':
      return updateSprint(sprints, event.data.sprintId, (s) => ({
        ...s,
        ...newValuesOf(event.data.set),
      }))
    case 'sprint.moved': {
      const { sprintId, rank } = event.data
      return updateSprint(sprints, sprintId, (s) => ({ ...s, rank })).sort(compareByRank)
    }
    case 'sprint.started':
      return updateSprint(sprints, event.data.sprintId, (s) => ({
        ...s,
        ...newValuesOf(event.data.set),
        state: 'active',
        startedAt: event.at,
      }))
    case 'sprint.completed':
      return updateSprint(sprints, event.data.sprintId, (s) => ({
        ...s,
        state: 'closed',
        completedAt: event.at,
      }))
    case 'sprint.reopened': {
      const { sprint } = event.data
      const others = sprints.filter((each) => each.id !== sprint.id)
      return [...others, { ...sprint, state: 'active' as const, completedAt: null }].sort(
        compareByRank,
      )
    }
    case 'sprint.imported':
    case 'sprint.restored': {
      const { sprint } = event.data
      const others = sprints.filter((each) => each.id !== sprint.id)
      return [...others, { ...sprint, removedAt: null }].sort(compareByRank)
    }
    case 'sprint.removed':
      return updateSprint(sprints, event.data.sprintId, (s) => ({ ...s, removedAt: event.at }))
    case 'sprint.capacityChanged': {
      const { sprintId, personId, to } = event.data
      return updateSprint(sprints, sprintId, (s) => {
        const { [personId]: _, ...others } = s.capacity
        return { ...s, capacity: to ? { ...others, [personId]: to } : others }
      })
    }
    default:
      return assertNever(event, sprints)
  }
}
