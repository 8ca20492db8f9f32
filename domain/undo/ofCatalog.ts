import {
  type CatalogList,
  type Component,
  type FixVersion,
  isTagged,
  live,
} from '../catalog/catalog'
import { misnamed } from '../catalog/decide'
import type { CatalogEvents } from '../catalog/events'
import { catalogField } from '../conflict/changes'
import type { Facts, State } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent, NewEvent } from '../events'
import type { Task } from '../task/task'
import type { Id } from '../words'
import { type Blocked, obstacle } from './obstacle'
import { changed } from './ofProject'
import type { Present } from './present'

type CatalogEvent = EventOf<keyof CatalogEvents>
type Change = Pick<NewEvent, 'type' | 'data'>
type Entry = Component | FixVersion

/** Whether an event is about a component or version. */
export const isOfCatalog = (event: LoggedEvent): event is CatalogEvent =>
  /^(component|version)\./.test(event.type)

/** Whether events of tasks only follow a component or version that has gone or come back. */
export const sweeps = (events: readonly LoggedEvent[]) =>
  events.some(({ type }) => /^(component|version)\.(removed|restored)$/.test(type))

/** Takes back one event of a component or version; gives what stands in the way, if anything. */
export function takeBackOfCatalog(
  event: CatalogEvent,
  now: Present,
  state: State,
  facts: Facts,
): Blocked {
  const { one, list, id } = subject(event)
  const entry = now.project[list].find((each) => each.id === id)
  if (!entry) return obstacle(event, `The ${one} is gone.`)
  switch (event.type) {
    case 'component.added':
    case 'component.restored':
    case 'version.added':
    case 'version.restored':
      return entry.removedAt ? null : takeAway(event, entry, now, state)
    case 'component.removed':
    case 'version.removed':
      return entry.removedAt ? bringBack(event, entry, now) : null
    default:
      return unedit(event, entry, now, facts)
  }
}

/** The names that live components and versions must not miss, for whoever is to have them. */
export function goneFrom(list: CatalogList, ids: readonly Id[], { project }: Present): string[] {
  const there = new Set(live<Entry>(project[list]).map((each) => each.id))
  const nameOf = (id: Id) => project[list].find((each) => each.id === id)?.name
  const word = list === 'components' ? 'A component' : 'A version'
  return ids.filter((id) => !there.has(id)).map((id) => nameOf(id) ?? word)
}

/** Who carries it, by what has been taken back so far. */
function carriers(id: Id, now: Present, { tagged = [] }: State): Task[] {
  return tagged.filter((task) => isTagged(now.tasks.get(task.id) ?? task, id))
}

function takeAway(event: CatalogEvent, { id, name }: Entry, now: Present, state: State): Blocked {
  const { one, list } = subject(event)
  const count = carriers(id, now, state).length
  if (count > 0) {
    const tasks = count === 1 ? 'A task has' : `${count} tasks have`
    return obstacle(event, `${tasks} ${name} by now. Remove the ${one} in the settings instead.`)
  }
  now.ofProject(
    list === 'components'
      ? { type: 'component.removed', data: { componentId: id, to: null, name } }
      : { type: 'version.removed', data: { versionId: id, to: null, name } },
  )
  return null
}

function bringBack(event: CatalogEvent, entry: Entry, now: Present): Blocked {
  const taken = nameTaken(event, entry.name, now)
  if (taken) return taken
  const { id, removedAt: _, ...scalars } = entry
  const { list } = subject(event)
  const key = list === 'components' ? 'componentId' : 'versionId'
  const type = list === 'components' ? 'component.restored' : 'version.restored'
  now.ofProject({ type, data: { [key]: id, ...scalars } } as Change)
  return null
}

function unedit(
  event: EventOf<'component.edited' | 'version.edited'>,
  entry: Entry,
  now: Present,
  facts: Facts,
): Blocked {
  const { one, list, id } = subject(event)
  if (entry.removedAt) return removedSince(event, entry, facts)
  const set: Record<string, { from: unknown; to: unknown }> = {}
  for (const [field, { from, to }] of Object.entries(event.data.set)) {
    const current = (entry as unknown as Record<string, unknown>)[field]
    if (equal(current, from)) continue
    if (!equal(current, to)) {
      return changed(event, catalogField(one, id, field), WORDS[field] ?? field, facts)
    }
    set[field] = { from: to, to: from }
  }
  const taken = set.name && nameTaken(event, String(set.name.to), now)
  if (taken) return taken
  if (Object.keys(set).length === 0) return null
  const type = list === 'components' ? 'component.edited' : 'version.edited'
  const key = list === 'components' ? 'componentId' : 'versionId'
  now.ofProject({ type, data: { [key]: id, set } } as unknown as Change)
  return null
}

function nameTaken(event: CatalogEvent, name: string, now: Present): Blocked {
  const { one, list, id } = subject(event)
  if (!misnamed(now.project, list, id, name)) return null
  const message = `Another ${one} is called ${name} by now. Give that one another name first.`
  return obstacle(event, message, catalogField(one, id, 'name'))
}

function removedSince(event: CatalogEvent, { id, name }: Entry, facts: Facts): Blocked {
  const later = facts.missed.filter(
    (each) => isOfCatalog(each) && each.type.endsWith('.removed') && subject(each).id === id,
  )
  return obstacle(event, `${name} has been removed since.`, null, later.at(-1))
}

function subject({ data }: CatalogEvent) {
  return 'componentId' in data
    ? ({ one: 'component', list: 'components', id: data.componentId } as const)
    : ({ one: 'version', list: 'fixVersions', id: data.versionId } as const)
}

const WORDS: Record<string, string> = { releaseDate: 'release day' }
