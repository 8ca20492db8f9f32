import type { Day, Id, Moment } from '../words'

/** A part of what a project makes, such as its API, and who looks after it. */
export interface Component {
  id: Id
  name: string
  lead: Id | null
  removedAt: Moment | null
}

export const VERSION_STATES = ['planned', 'released', 'archived'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** Something that a project releases; tasks name it as the one they are to be fixed in. */
export interface FixVersion {
  id: Id
  name: string
  releaseDate: Day | null
  state: VersionState
  removedAt: Moment | null
}

export type ComponentScalars = Pick<Component, 'name' | 'lead'>
export type VersionScalars = Pick<FixVersion, 'name' | 'releaseDate' | 'state'>

/** Both lists of a project, in the order of their ids, removed ones included. */
export interface Catalog {
  components: Component[]
  fixVersions: FixVersion[]
}

export type CatalogList = keyof Catalog

/** The fields of a task that name components or versions, and where those are listed. */
export const TAGS = {
  components: 'components',
  fixVersions: 'fixVersions',
  affectedVersions: 'fixVersions',
} as const satisfies Record<string, CatalogList>
export type Tag = keyof typeof TAGS

export const isTag = (field: string): field is Tag => Object.hasOwn(TAGS, field)

/** The fields that name what a list has. */
export const tagsOf = (list: CatalogList): Tag[] =>
  Object.keys(TAGS).filter((field): field is Tag => isTag(field) && TAGS[field] === list)

/** Whether a task names a component or version, in whatever field. */
export const isTagged = (task: Record<Tag, readonly Id[]>, id: Id): boolean =>
  Object.keys(TAGS).some((field) => isTag(field) && task[field].includes(id))

/** What of a list is still there. */
export const live = <T extends { removedAt: Moment | null }>(all: readonly T[]): T[] =>
  all.filter((each) => each.removedAt === null)
