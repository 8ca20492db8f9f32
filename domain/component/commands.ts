import type { Id, LocalDate } from '../kernel/primitives'
import type { ComponentScalars, VersionScalars } from './componentsAndVersions'

/** `baseVersion` is the version of the project that the person was looking at. */
export interface ComponentAndVersionCommands {
  'component.add': { baseVersion: number; componentId: Id } & Pick<ComponentScalars, 'name'> &
    Partial<ComponentScalars>
  'component.edit': { baseVersion: number; componentId: Id; set: Partial<ComponentScalars> }
  /** Takes a component away; tasks that have it get the one of `moveTo`, or (null) none. */
  'component.remove': { baseVersion: number; componentId: Id; moveTo: Id | null }
  'version.add': { baseVersion: number; versionId: Id } & Pick<VersionScalars, 'name'> &
    Partial<Pick<VersionScalars, 'releaseDate'>>
  /** Another name, day or state. */
  'version.edit': { baseVersion: number; versionId: Id; set: Partial<VersionScalars> }
  /** Releases a version that is planned; what is not done stays, or gets the one of `moveTo` instead. */
  'version.release': {
    baseVersion: number
    versionId: Id
    releaseDate: LocalDate
    moveTo: Id | null
  }
  'version.remove': { baseVersion: number; versionId: Id; moveTo: Id | null }
}
