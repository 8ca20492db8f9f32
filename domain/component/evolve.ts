import type { ComponentOrVersionEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { newValuesOf } from '../kernel/newValuesOf'
import type { Id } from '../kernel/primitives'
import type { ComponentsAndVersions } from './componentsAndVersions'

const byId = (a: { id: Id }, b: { id: Id }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function upsert<T extends { id: Id }>(all: T[], one: T): T[] {
  return [...all.filter((each) => each.id !== one.id), one].sort(byId)
}

function updateById<T extends { id: Id }>(all: T[], id: Id, change: object): T[] {
  return all.map((each) => (each.id === id ? { ...each, ...change } : each))
}

/** Returns the lists that an event changes. */
export function evolveComponentsAndVersions(
  current: ComponentsAndVersions,
  event: ComponentOrVersionEvent,
): Partial<ComponentsAndVersions> {
  const { components, versions } = current
  switch (event.type) {
    case 'component.added':
    case 'component.restored': {
      const { componentId: id, ...rest } = event.data
      return { components: upsert(components, { id, ...rest, removedAt: null }) }
    }
    case 'component.edited':
      return {
        components: updateById(components, event.data.componentId, newValuesOf(event.data.set)),
      }
    case 'component.removed':
      return { components: updateById(components, event.data.componentId, { removedAt: event.at }) }
    case 'version.added':
    case 'version.restored': {
      const { versionId: id, ...rest } = event.data
      return { versions: upsert(versions, { id, ...rest, removedAt: null }) }
    }
    case 'version.edited':
      return {
        versions: updateById(versions, event.data.versionId, newValuesOf(event.data.set)),
      }
    case 'version.removed':
      return { versions: updateById(versions, event.data.versionId, { removedAt: event.at }) }
    default:
      return assertNever(event, {})
  }
}
