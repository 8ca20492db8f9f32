import type { LoggedEvent } from '../events'
import type { Id } from '../words'
import type { Catalog } from './catalog'

const byId = (a: { id: Id }, b: { id: Id }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function put<T extends { id: Id }>(all: T[], one: T): T[] {
  return [...all.filter((each) => each.id !== one.id), one].sort(byId)
}

function edit<T extends { id: Id }>(all: T[], id: Id, change: object): T[] {
  return all.map((each) => (each.id === id ? { ...each, ...change } : each))
}

const written = (set: object) =>
  Object.fromEntries(Object.entries(set).map(([field, change]) => [field, change.to]))

/** The part of a project's lists that an event changes; null where it is not about them. */
export function evolveCatalog(catalog: Catalog, event: LoggedEvent): Partial<Catalog> | null {
  const { components, fixVersions } = catalog
  switch (event.type) {
    case 'component.added':
    case 'component.restored': {
      const { componentId: id, ...rest } = event.data
      return { components: put(components, { id, ...rest, removedAt: null }) }
    }
    case 'component.edited':
      return { components: edit(components, event.data.componentId, written(event.data.set)) }
    case 'component.removed':
      return { components: edit(components, event.data.componentId, { removedAt: event.at }) }
    case 'version.added':
    case 'version.restored': {
      const { versionId: id, ...rest } = event.data
      return { fixVersions: put(fixVersions, { id, ...rest, removedAt: null }) }
    }
    case 'version.edited':
      return { fixVersions: edit(fixVersions, event.data.versionId, written(event.data.set)) }
    case 'version.removed':
      return { fixVersions: edit(fixVersions, event.data.versionId, { removedAt: event.at }) }
    default:
      return null
  }
}
