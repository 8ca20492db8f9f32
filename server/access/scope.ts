import type { Id, Instant, Role } from '@/domain/kernel/primitives'

declare const authorized: unique symbol

/** Who asks, as somebody of one workspace. */
export interface Principal {
  id: Id
  name: string
  role: Role
  roleSince: Instant
  /** What they were before; null when nothing else. */
  formerRole: Role | null
}

/**
 * Proof that the access check was passed for a workspace. Only server/access makes one, and every
 * query and command asks for one by type, so that no row is read without it.
 */
export interface WorkspaceScope {
  readonly [authorized]: true
  workspaceId: Id
  slug: string
  person: Principal
}

/** The same for one project of that workspace, which exists. */
export interface ProjectScope extends WorkspaceScope {
  projectId: Id
  projectKey: string
}
