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

/** What of a list is still there. */
export const live = <T extends { removedAt: Moment | null }>(all: readonly T[]): T[] =>
  all.filter((each) => each.removedAt === null)
