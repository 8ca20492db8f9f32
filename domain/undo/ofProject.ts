import { changesOf, statusField } from '../conflict/changes'
import type { Facts } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent, NewEvent } from '../events'
import { liveStatus, type Project } from '../project/project'
import { removalOf } from '../project/ways'
import type { StatusId } from '../words'
import { type Blocked, obstacle } from './obstacle'
import type { Present } from './present'

type Change = Pick<NewEvent, 'type' | 'data'>

/** Takes back one event of the project or its columns; gives what stands in the way, if anything. */
export function takeBackOfProject(event: LoggedEvent, now: Present, facts: Facts): Blocked {
  const { project } = now
  switch (event.type) {
    case 'project.renamed': {
      const { from, to } = event.data
      if (project.name === from) return null
      if (project.name !== to) return changed(event, 'name', 'name', facts)
      now.ofProject({ type: 'project.renamed', data: { from: to, to: from } })
      return null
    }
    case 'project.sprints': {
      const { from, to } = event.data
      if (project.parallelSprints === to) {
        now.ofProject({ type: 'project.sprints', data: { from: to, to: from } })
      }
      return null
    }
    case 'status.added':
      return removeColumn(event, event.data.id, now)
    case 'status.restored':
      return removeColumn(event, event.data.statusId, now)
    case 'status.removed': {
      const { statusId } = event.data
      if (liveStatus(project, statusId)) return null
      const { ways } = event.data
      now.ofProject({ type: 'status.restored', data: { statusId, ...(ways && { ways }) } })
      return null
    }
    case 'status.edited': {
      const { statusId } = event.data
      const status = liveStatus(project, statusId)
      if (!status) return obstacle(event, 'The column has been removed.')
      return takeBackFields(standing(event, project), status, now, (set) => ({
        type: 'status.edited',
        data: { statusId, set },
      }))
    }
    case 'status.moved':
      return moveColumnBack(event, now, facts)
    default:
      return obstacle(event, 'This cannot be taken back.')
  }
}

function removeColumn(event: LoggedEvent, statusId: StatusId, now: Present): Blocked {
  const status = liveStatus(now.project, statusId)
  if (!status) return null
  if (status.taskCount > 0) {
    return obstacle(event, `${status.name} holds tasks now. Remove it in the settings instead.`)
  }
  const other = now.project.statuses.find((each) => each.id !== statusId && !each.removedAt)
  if (!other) return obstacle(event, 'A project keeps at least one status.')
  now.ofProject({ type: 'status.removed', data: removalOf(now.project, statusId, other.id) })
  return null
}

function moveColumnBack(event: EventOf<'status.moved'>, now: Present, facts: Facts): Blocked {
  const { statusId, fromRank, rank } = event.data
  const status = liveStatus(now.project, statusId)
  if (!status) return obstacle(event, 'The column has been removed.')
  if (status.rank === fromRank) return null
  if (status.rank !== rank) return changed(event, statusField(statusId, 'rank'), 'place', facts)
  if (now.project.statuses.some((each) => each.rank === fromRank)) {
    return obstacle(event, 'Another column stands there now.')
  }
  now.ofProject({ type: 'status.moved', data: { statusId, fromRank: rank, rank: fromRank } })
  return null
}

/** An edit as it can be taken back: no way leads again to a status that has been removed since. */
function standing(event: EventOf<'status.edited'>, project: Project): EventOf<'status.edited'> {
  const { transitions: ways } = event.data.set
  if (!ways?.from) return event
  const from = ways.from.filter(({ to }) => liveStatus(project, to))
  const set = { ...event.data.set, transitions: { ...ways, from } }
  return { ...event, data: { ...event.data, set } }
}

type Sets = { data: { set: Record<string, { from?: unknown; to?: unknown }> } }

/** Takes back the fields of an edit; one that was changed since keeps the whole as it is. */
export function takeBackFields(
  event: EventOf<'status.edited' | 'sprint.edited'>,
  thing: object,
  now: Present,
  make: (set: never) => Change,
): Blocked {
  const set: Record<string, unknown> = {}
  for (const [field, { from, to }] of Object.entries((event as unknown as Sets).data.set)) {
    const current = (thing as Record<string, unknown>)[field]
    if (equal(current, from)) continue
    if (!equal(current, to)) {
      return obstacle(event, `The ${WORDS[field] ?? field} has been changed since.`, field)
    }
    set[field] = { from: to, to: from }
  }
  if (Object.keys(set).length > 0) now.ofProject(make(set as never))
  return null
}

const WORDS: Record<string, string> = {
  wipLimit: 'limit',
  color: 'colour',
  transitions: 'list of transitions',
  startDate: 'start',
  endDate: 'end',
}

/** A field of the project or of something in it has a newer value; named with who gave it. */
export function changed(event: LoggedEvent, field: string, word: string, facts: Facts): Blocked {
  const later = facts.missed.filter(
    (each) => each.seq > event.seq && changesOf(each).some((change) => change.field === field),
  )
  return obstacle(event, `The ${word} has been changed since.`, field, later.at(-1))
}
