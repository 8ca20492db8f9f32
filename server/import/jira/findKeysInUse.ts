import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { importClientId } from '../importedIds'
import type { Mapping } from '../mapping'
import type { ScanResult } from './scanResult'

/** Returns the keys of the file whose numbers belong to tasks that were not imported. */
export async function findKeysInUse(
  scope: WorkspaceScope,
  scan: ScanResult,
  mapping: Mapping,
): Promise<Set<string>> {
  const { sql } = database()
  const found = new Set<string>()
  for (const source of scan.projects) {
    const chosen = mapping.projects[source.key]
    if (!chosen?.included) continue
    const [project] = await sql<{ id: Id }[]>`
      select id from project where workspace_id = ${scope.workspaceId} and key = ${chosen.key}`
    if (!project) continue
    const rows = await sql<{ number: number }[]>`
      select number from task t where project_id = ${project.id} and number = any(${source.numbersByRank})
        and not exists (select 1 from event e where e.task_id = t.id
          and e.project_id = t.project_id and e.version = 1
          and e.client_id = ${importClientId(project.id)})`
    for (const { number } of rows) found.add(`${source.key}-${number}`)
  }
  return found
}
