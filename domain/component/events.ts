import type { Id } from '../kernel/primitives'
import type { ComponentScalars, VersionScalars } from './componentsAndVersions'

type FieldChanges<T> = { [F in keyof T]?: { from: T[F]; to: T[F] } }

/** The events of a project's components and versions. */
export interface ComponentAndVersionEvents {
  'component.added': { componentId: Id } & ComponentScalars
  'component.edited': { componentId: Id; set: FieldChanges<ComponentScalars> }
  /** Its tasks change by separate events of the same command; `name` is its last name. */
  'component.removed': { componentId: Id; to: Id | null; name: string }
  /**
   * Contains all fields, because screens no longer have them. Its tasks get it back by separate
   * events.
   */
  'component.restored': { componentId: Id } & ComponentScalars
  'version.added': { versionId: Id } & VersionScalars
  'version.edited': { versionId: Id; set: FieldChanges<VersionScalars> }
  'version.removed': { versionId: Id; to: Id | null; name: string }
  'version.restored': { versionId: Id } & VersionScalars
}
