import type { Id, Instant, Role } from '@/domain/kernel/primitives'

declare const authorized: unique symbol

/** The person of a workspace who sent the request. */
export interface Principal {
  id: Id
  name: string
  role: Role
  roleSince: Instant
  /** The role before the last change; null when it never changed. */
  formerRole: Role | null
}

/**
 * Proof that the access check of a workspace passed. Only server/access creates it. Every query and
 * command requires it by type, so that no row is read without an access check.
 */
export interface WorkspaceScope {
  readonly [authorized]: true
  workspaceId: Id
  slug: string
  person: Principal
}

/** Proof that the access check passed for one existing project of that workspace. */
export interface ProjectScope extends WorkspaceScope {
  projectId: Id
  projectKey: string
}
