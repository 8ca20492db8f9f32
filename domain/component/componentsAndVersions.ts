import type { Id, Instant, LocalDate } from '../kernel/primitives'
import { fieldsWith, type ListedField, TASK_FIELDS } from '../task/fields'

/** A component of a project's product, such as its API, and the person who leads it. */
export interface Component {
  id: Id
  name: string
  lead: Id | null
  removedAt: Instant | null
}

export const VERSION_STATES = ['planned', 'released', 'archived'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** A version that a project releases; tasks refer to it as fix version or affected version. */
export interface Version {
  id: Id
  name: string
  releaseDate: LocalDate | null
  state: VersionState
  removedAt: Instant | null
}

export type ComponentScalars = Pick<Component, 'name' | 'lead'>
export type VersionScalars = Pick<Version, 'name' | 'releaseDate' | 'state'>

/** A project's components and versions in the order of their ids, including removed ones. */
export interface ComponentsAndVersions {
  components: Component[]
  versions: Version[]
}

export type ComponentsOrVersions = keyof ComponentsAndVersions

/** The task fields that contain components or versions, with the list that each refers to. */
export const LIST_BY_FIELD = listByField()
export type ComponentOrVersionField = ListedField

/** Returns true for a task field that contains components or versions. */
export const isComponentOrVersionField = (field: string): field is ComponentOrVersionField =>
  Object.hasOwn(LIST_BY_FIELD, field)

function listByField(): Record<ListedField, ComponentsOrVersions> {
  const fields = fieldsWith('listedIn', 'components', 'versions')
  return Object.fromEntries(fields.map((field) => [field, TASK_FIELDS[field].listedIn])) as Record<
    ListedField,
    ComponentsOrVersions
  >
}

/** Returns the task fields that refer to a list. */
export const taskFieldsOf = (list: ComponentsOrVersions): ComponentOrVersionField[] =>
  Object.keys(LIST_BY_FIELD).filter(
    (field): field is ComponentOrVersionField =>
      isComponentOrVersionField(field) && LIST_BY_FIELD[field] === list,
  )

/** Returns whether any field of a task contains a component or version. */
export const hasComponentOrVersion = (
  task: Record<ComponentOrVersionField, readonly Id[]>,
  id: Id,
): boolean =>
  Object.keys(LIST_BY_FIELD).some(
    (field) => isComponentOrVersionField(field) && task[field].includes(id),
  )

/** Returns the entries that are not removed. */
export const activeOnly = <T extends { removedAt: Instant | null }>(all: readonly T[]): T[] =>
  all.filter((each) => each.removedAt === null)
