import { live } from '../catalog/catalog'
import { changesOf, statusField } from '../conflict/changes'
import type { Facts } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent, NewEvent } from '../events'
import { liveStatus } from '../project/project'
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
      const gone = !liveStatus(project, statusId)
      if (gone) now.ofProject({ type: 'status.restored', data: { statusId } })
      return null
    }
    case 'status.edited': {
      const { statusId } = event.data
      const status = liveStatus(project, statusId)
      if (!status) return obstacle(event, 'The column has been removed.')
      return takeBackFields(event, status, now, (set) => ({
        type: 'status.edited',
        data: { statusId, set },
      }))
    }
    case 'status.moved':
      return moveColumnBack(event, now, facts)
    case 'component.edited':
    case 'version.edited':
      return takeBackOfCatalog(event, now)
    default:
      return obstacle(event, 'This cannot be taken back.')
  }
}

/** Another name, lead, day or state of a component or version: it has to be there still. */
function takeBackOfCatalog(
  event: EventOf<'component.edited' | 'version.edited'>,
  now: Present,
): Blocked {
  const { type, data } = event
  const [one, list, id] =
    type === 'component.edited'
      ? (['component', 'components', data.componentId] as const)
      : (['version', 'fixVersions', data.versionId] as const)
  const all = live<{ id: string; name: string; removedAt: string | null }>(now.project[list])
  const entry = all.find((each) => each.id === id)
  if (!entry) return obstacle(event, `The ${one} has been removed.`)
  const name = data.set.name?.from.toLowerCase()
  if (all.some((each) => each !== entry && each.name.toLowerCase() === name)) {
    return obstacle(event, `Another ${one} is called ${data.set.name?.from} now.`, 'name')
  }
  return takeBackFields(event, entry, now, (set) => ({ type, data: { ...data, set } }) as Change)
}

function removeColumn(event: LoggedEvent, statusId: StatusId, now: Present): Blocked {
  const status = liveStatus(now.project, statusId)
  if (!status) return null
  if (status.taskCount > 0) {
    return obstacle(event, `${status.name} holds tasks now. Remove it in the settings instead.`)
  }
  const other = now.project.statuses.find((each) => each.id !== statusId && !each.removedAt)
  if (!other) return obstacle(event, 'A project keeps at least one status.')
  now.ofProject({ type: 'status.removed', data: { statusId, to: other.id } })
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

type Sets = { data: { set: Record<string, { from?: unknown; to?: unknown }> } }

/** Takes back the fields of an edit; one that was changed since keeps the whole as it is. */
export function takeBackFields(
  event: EventOf<'status.edited' | 'sprint.edited' | 'component.edited' | 'version.edited'>,
  thing: object,
  now: Present,
  make: (set: never) => Change,
): Blocked {
  const set: Record<string, unknown> = {}
  for (const [field, { from, to }] of Object.entries((event as unknown as Sets).data.set)) {
    const current = (thing as Record<string, unknown>)[field]
    if (equal(current, from)) continue
    if (!equal(current, to)) return obstacle(event, `The ${field} has been changed since.`, field)
    set[field] = { from: to, to: from }
  }
  if (Object.keys(set).length > 0) now.ofProject(make(set as never))
  return null
}

function changed(event: LoggedEvent, field: string, word: string, facts: Facts): Blocked {
  const later = facts.missed.filter(
    (each) => each.seq > event.seq && changesOf(each).some((change) => change.field === field),
  )
  return obstacle(event, `The ${word} has been changed since.`, field, later.at(-1))
}
