import type { Id, LocalDate } from '../kernel/primitives'
import type { ComponentScalars, VersionScalars } from './componentsAndVersions'

/** `baseVersion` is the version of the project that the sender saw. */
export interface ComponentAndVersionCommands {
  'component.add': { baseVersion: number; componentId: Id } & Pick<ComponentScalars, 'name'> &
    Partial<ComponentScalars>
  'component.edit': { baseVersion: number; componentId: Id; set: Partial<ComponentScalars> }
  /** Removes a component; its tasks get `moveTo` instead, or none when that is null. */
  'component.remove': { baseVersion: number; componentId: Id; moveTo: Id | null }
  'version.add': { baseVersion: number; versionId: Id } & Pick<VersionScalars, 'name'> &
    Partial<Pick<VersionScalars, 'releaseDate'>>
  /** Edits name, release date or state. */
  'version.edit': { baseVersion: number; versionId: Id; set: Partial<VersionScalars> }
  /** Releases a planned version; unfinished tasks keep it, or get `moveTo` instead. */
  'version.release': {
    baseVersion: number
    versionId: Id
    releaseDate: LocalDate
    moveTo: Id | null
  }
  'version.remove': { baseVersion: number; versionId: Id; moveTo: Id | null }
}
