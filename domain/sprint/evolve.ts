import { byRank } from '../byRank'
import type { LoggedEvent } from '../events'
import type { Id } from '../words'
import type { Sprint } from './sprint'

function edit(sprints: Sprint[], id: Id, change: (sprint: Sprint) => Sprint): Sprint[] {
  return sprints.map((sprint) => (sprint.id === id ? change(sprint) : sprint))
}

/** The sprints of a project after one event; the same array where it is not about them. */
export function evolveSprints(sprints: Sprint[], event: LoggedEvent): Sprint[] {
  switch (event.type) {
    case 'sprint.created': {
      const { sprintId, ...seed } = event.data
      const rest = { state: 'planned', capacity: {}, startedAt: null, completedAt: null } as const
      return [...sprints, { id: sprintId, ...seed, ...rest, removedAt: null }].sort(byRank)
    }
    case 'sprint.edited':
      return edit(sprints, event.data.sprintId, (s) => ({ ...s, ...written(event.data.set) }))
    case 'sprint.moved': {
      const { sprintId, rank } = event.data
      return edit(sprints, sprintId, (s) => ({ ...s, rank })).sort(byRank)
    }
    case 'sprint.started':
      return edit(sprints, event.data.sprintId, (s) => ({
        ...s,
        ...written(event.data.set),
        state: 'active',
        startedAt: event.at,
      }))
    case 'sprint.completed':
      return edit(sprints, event.data.sprintId, (s) => ({
        ...s,
        state: 'closed',
        completedAt: event.at,
      }))
    case 'sprint.reopened': {
      const { sprint } = event.data
      const others = sprints.filter((each) => each.id !== sprint.id)
      return [...others, { ...sprint, state: 'active' as const, completedAt: null }].sort(byRank)
    }
    case 'sprint.imported':
    case 'sprint.restored': {
      const { sprint } = event.data
      const others = sprints.filter((each) => each.id !== sprint.id)
      return [...others, { ...sprint, removedAt: null }].sort(byRank)
    }
    case 'sprint.removed':
      return edit(sprints, event.data.sprintId, (s) => ({ ...s, removedAt: event.at }))
    case 'sprint.capacity': {
      const { sprintId, personId, to } = event.data
      return edit(sprints, sprintId, (s) => {
        const { [personId]: _, ...others } = s.capacity
        return { ...s, capacity: to ? { ...others, [personId]: to } : others }
      })
    }
    default:
      return sprints
  }
}

function written(set: object): Partial<Sprint> {
  return Object.fromEntries(Object.entries(set).map(([field, change]) => [field, change.to]))
}
