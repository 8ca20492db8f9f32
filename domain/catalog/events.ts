import type { Id } from '../words'
import type { ComponentScalars, VersionScalars } from './catalog'

type Changes<T> = { [F in keyof T]?: { from: T[F]; to: T[F] } }

/** What can happen to a project's components and versions. */
export interface CatalogEvents {
  'component.added': { componentId: Id } & ComponentScalars
  'component.edited': { componentId: Id; set: Changes<ComponentScalars> }
  /** Its tasks have changed by events of their own, in the same command; `name` is what it was called. */
  'component.removed': { componentId: Id; to: Id | null; name: string }
  /** As it was: screens have put it away. Its tasks get it back by events of their own. */
  'component.restored': { componentId: Id } & ComponentScalars
  'version.added': { versionId: Id } & VersionScalars
  'version.edited': { versionId: Id; set: Changes<VersionScalars> }
  'version.removed': { versionId: Id; to: Id | null; name: string }
  'version.restored': { versionId: Id } & VersionScalars
}
