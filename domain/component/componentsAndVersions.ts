import type { Id, Instant, LocalDate } from '../kernel/primitives'
import { fieldsWith, type ListedField, TASK_FIELDS } from '../task/fields'

/** A part of what a project makes, such as its API, and who looks after it. */
export interface Component {
  id: Id
  name: string
  lead: Id | null
  removedAt: Instant | null
}

export const VERSION_STATES = ['planned', 'released', 'archived'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** Something that a project releases; tasks name it as the one they are to be fixed in. */
export interface Version {
  id: Id
  name: string
  releaseDate: LocalDate | null
  state: VersionState
  removedAt: Instant | null
}

export type ComponentScalars = Pick<Component, 'name' | 'lead'>
export type VersionScalars = Pick<Version, 'name' | 'releaseDate' | 'state'>

/** Both lists of a project, in the order of their ids, removed ones included. */
export interface ComponentsAndVersions {
  components: Component[]
  fixVersions: Version[]
}

export type ComponentsOrVersions = keyof ComponentsAndVersions

/** The fields of a task that name components or versions, and where those are listed. */
export const LIST_BY_FIELD = listByField()
export type ComponentOrVersionField = ListedField

export const isComponentOrVersionField = (field: string): field is ComponentOrVersionField =>
  Object.hasOwn(LIST_BY_FIELD, field)

function listByField(): Record<ListedField, ComponentsOrVersions> {
  const fields = fieldsWith('listedIn', 'components', 'fixVersions')
  return Object.fromEntries(fields.map((field) => [field, TASK_FIELDS[field].listedIn])) as Record<
    ListedField,
    ComponentsOrVersions
  >
}

/** The fields that name what a list has. */
export const taskFieldsOf = (list: ComponentsOrVersions): ComponentOrVersionField[] =>
  Object.keys(LIST_BY_FIELD).filter(
    (field): field is ComponentOrVersionField =>
      isComponentOrVersionField(field) && LIST_BY_FIELD[field] === list,
  )

/** Whether a task names a component or version, in whatever field. */
export const hasComponentOrVersion = (
  task: Record<ComponentOrVersionField, readonly Id[]>,
  id: Id,
): boolean =>
  Object.keys(LIST_BY_FIELD).some(
    (field) => isComponentOrVersionField(field) && task[field].includes(id),
  )

/** What of a list is still there. */
export const activeOnly = <T extends { removedAt: Instant | null }>(all: readonly T[]): T[] =>
  all.filter((each) => each.removedAt === null)
