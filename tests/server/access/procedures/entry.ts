import { v7 as newId } from 'uuid'
import type { Role } from '@/domain/words'
import type { Ids } from '../world'

/** Who may call a procedure, and an input that would do for those who may. */
export interface Entry {
  /** `anybody`, `signed in`, or the least role in the workspace or project of the input. */
  for: 'anybody' | 'signed in' | Role
  input?: (ids: Ids) => Record<string, unknown>
  /** Only the person it belongs to may: an admin of the same workspace then stands for them. */
  as?: 'admin'
}

/** The parts that inputs are made of. */
export const inWorkspace = ({ workspace }: Ids) => ({ workspace })
export const inProject = ({ projectId }: Ids) => ({ projectId })
export const command = (ids: Ids) => ({ ...inProject(ids), commandId: newId(), clientId: newId() })
export const onTask = (ids: Ids) => ({ ...command(ids), taskId: ids.taskId, baseVersion: 2 })
export const onProject = (ids: Ids) => ({ ...command(ids), baseVersion: 1 })
