import type { Id } from '../kernel/primitives'
import type { ComponentScalars, VersionScalars } from './componentsAndVersions'

type FieldChanges<T> = { [F in keyof T]?: { from: T[F]; to: T[F] } }

/** What can happen to a project's components and versions. */
export interface ComponentAndVersionEvents {
  'component.added': { componentId: Id } & ComponentScalars
  'component.edited': { componentId: Id; set: FieldChanges<ComponentScalars> }
  /** Its tasks have changed by events of their own, in the same command; `name` is what it was called. */
  'component.removed': { componentId: Id; to: Id | null; name: string }
  /** As it was: screens have put it away. Its tasks get it back by events of their own. */
  'component.restored': { componentId: Id } & ComponentScalars
  'version.added': { versionId: Id } & VersionScalars
  'version.edited': { versionId: Id; set: FieldChanges<VersionScalars> }
  'version.removed': { versionId: Id; to: Id | null; name: string }
  'version.restored': { versionId: Id } & VersionScalars
}
