import type { State } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent } from '../events'
import type { Sprint } from '../sprint/sprint'
import type { Id } from '../words'
import { type Blocked, obstacle } from './obstacle'
import { takeBackFields } from './ofProject'
import type { Present } from './present'

/** The sprint that an event brought in: it goes again only where nothing is planned in it. */
export const sprintComingIn = ({ type, data }: LoggedEvent): Id | undefined =>
  type === 'sprint.created' || type === 'sprint.restored' ? data.sprintId : undefined

/** Takes back one event of a sprint; gives what stands in the way, if anything. */
export function takeBackOfSprint(event: LoggedEvent, now: Present, state: State): Blocked {
  const named = 'sprintId' in event.data ? event.data.sprintId : null
  const sprint = now.project.sprints.find((each) => each.id === named)
  if (!sprint) return obstacle(event, 'The sprint is gone.')
  const sprintId = sprint.id
  switch (event.type) {
    case 'sprint.created':
    case 'sprint.restored':
      return takeAway(event, sprint, now, state)
    case 'sprint.removed':
      if (sprint.removedAt) now.ofProject({ type: 'sprint.restored', data: { sprintId, sprint } })
      return null
    case 'sprint.completed':
      return uncomplete(event, sprint, now)
    case 'sprint.edited':
      return takeBackFields(event, sprint, now, (set) => ({
        type: 'sprint.edited',
        data: { sprintId, set },
      }))
    case 'sprint.moved':
      return unmove(event, sprint, now)
    case 'sprint.capacity':
      return uncapacity(event, sprint, now)
    default:
      return obstacle(event, 'A sprint that was started is completed, not taken back.')
  }
}

function takeAway(event: LoggedEvent, sprint: Sprint, now: Present, state: State): Blocked {
  if (sprint.removedAt) return null
  const holds = (state.sprintTasks ?? []).some(
    (task) => (now.tasks.get(task.id) ?? task).sprintId === sprint.id,
  )
  if (sprint.state !== 'planned' || holds) {
    return obstacle(event, `${sprint.name} has been planned or started since.`)
  }
  now.ofProject({ type: 'sprint.removed', data: { sprintId: sprint.id } })
  return null
}

function uncomplete(event: LoggedEvent, sprint: Sprint, now: Present): Blocked {
  if (sprint.state !== 'closed') return null
  const other = now.project.sprints.find((each) => each.state === 'active' && !each.removedAt)
  if (other && !now.project.parallelSprints) {
    return obstacle(event, `${other.name} is running. Complete it first.`)
  }
  now.ofProject({ type: 'sprint.reopened', data: { sprintId: sprint.id, sprint } })
  return null
}

function unmove(event: EventOf<'sprint.moved'>, sprint: Sprint, now: Present): Blocked {
  const { fromRank, rank } = event.data
  if (sprint.rank === fromRank) return null
  if (sprint.rank !== rank) return obstacle(event, 'The sprint has been moved since.')
  const taken = now.project.sprints.some((each) => each.rank === fromRank)
  if (taken) return obstacle(event, 'Another sprint stands there now.')
  const data = { sprintId: sprint.id, fromRank: rank, rank: fromRank }
  now.ofProject({ type: 'sprint.moved', data })
  return null
}

function uncapacity(event: EventOf<'sprint.capacity'>, sprint: Sprint, now: Present): Blocked {
  const { personId, from, to } = event.data
  const current = sprint.capacity[personId] ?? null
  if (equal(current, from)) return null
  if (!equal(current, to)) return obstacle(event, 'The capacity has been changed since.')
  const data = { sprintId: sprint.id, personId, from: to, to: from }
  now.ofProject({ type: 'sprint.capacity', data })
  return null
}
