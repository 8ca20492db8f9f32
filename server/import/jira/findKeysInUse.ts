import { and, eq, notExists } from 'drizzle-orm'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { event } from '@/db/schema/eventLog'
import { project, task } from '@/db/schema/project'
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
  const { db } = database()
  const found = new Set<string>()
  for (const source of scan.projects) {
    const chosen = mapping.projects[source.key]
    if (!chosen?.included) continue
    const [existing] = await db
      .select({ id: project.id })
      .from(project)
      .where(and(eq(project.workspaceId, scope.workspaceId), eq(project.key, chosen.key)))
    if (!existing) continue
    const importedCreation = db
      .select({ seq: event.seq })
      .from(event)
      .where(
        and(
          eq(event.projectId, task.projectId),
          eq(event.taskId, task.id),
          eq(event.version, 1),
          eq(event.clientId, importClientId(existing.id)),
        ),
      )
    const rows = await db
      .select({ number: task.number })
      .from(task)
      .where(
        and(
          eq(task.projectId, existing.id),
          isAnyOf(task.number, source.numbersByRank),
          notExists(importedCreation),
        ),
      )
    for (const { number } of rows) found.add(`${source.key}-${number}`)
  }
  return found
}
