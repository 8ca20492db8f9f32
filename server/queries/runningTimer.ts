import { database } from '@/db/client'
import type { Id, Instant } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

/** The watch that runs for somebody, with what its task is called now. */
export interface RunningTimer {
  projectId: Id
  projectKey: string
  taskId: Id
  number: number
  title: string
  /** The task's version, for logging on it. */
  version: number
  startedAt: Instant
}

/** The asker's running watch; null for none. */
export async function loadRunningTimer(scope: WorkspaceScope): Promise<RunningTimer | null> {
  const { sql } = database()
  const [row] = await sql<RunningTimer[]>`
    select p.id as "projectId", p.key as "projectKey", t.id as "taskId", t.number, t.title,
      t.version, r.started_at as "startedAt"
    from timer r
    join project p on p.id = r.project_id and p.workspace_id = ${scope.workspaceId}
    join task t on t.id = r.task_id and t.project_id = r.project_id
    where r.person_id = ${scope.person.id}`
  return row ? { ...row, startedAt: new Date(row.startedAt).toISOString() } : null
}
