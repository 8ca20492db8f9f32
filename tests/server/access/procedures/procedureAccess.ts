import { v7 as newId } from 'uuid'
import type { Role } from '@/domain/kernel/primitives'
import type { FixtureIds } from '../workspaceFixture'

/** The people who may call a procedure, and a valid input for them. */
export interface ProcedureAccess {
  /** `anybody`, `signed in`, or the minimum role in the workspace or project of the input. */
  allowed: 'anybody' | 'signed in' | Role
  input?: (ids: FixtureIds) => Record<string, unknown>
  /** Only the owner is allowed; here an admin of the same workspace is the owner. */
  actor?: 'admin'
}

/** Values that inputs share. */
export const workspaceInput = ({ workspace }: FixtureIds) => ({ workspace })
export const projectInput = ({ projectId }: FixtureIds) => ({ projectId })
export const commandInput = (ids: FixtureIds) => ({
  ...projectInput(ids),
  commandId: newId(),
  clientId: newId(),
})
export const taskCommandInput = (ids: FixtureIds) => ({
  ...commandInput(ids),
  taskId: ids.taskId,
  baseVersion: 2,
})
export const projectCommandInput = (ids: FixtureIds) => ({ ...commandInput(ids), baseVersion: 1 })
