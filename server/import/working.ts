import type { Id } from '@/domain/words'
import { missing } from '../access/problem'
import type { WorkspaceScope } from '../access/scope'
import { allImports, loadImport } from './folder'
import type { StoredImport } from './stored'

/** How long silence means that the work has ended. */
const SILENT_MS = 60_000

// Next bundles this module several times in one process; they share one list of work.
const shared = globalThis as { concordImports?: Map<Id, Promise<void>> }
shared.concordImports ??= new Map()
/** What this process works on. */
export const working = shared.concordImports

/** The import as it really is: work that died with its process is told apart. */
function truly(stored: StoredImport): StoredImport {
  const busy = stored.state === 'reading' || stored.state === 'running'
  const silent = Date.now() - Date.parse(stored.touchedAt) > SILENT_MS
  if (!busy || working.has(stored.id) || !silent) return stored
  return { ...stored, state: 'interrupted' }
}

/**
 * An import of the scope's workspace.
 * @throws Problem `missing` when there is none; those of other workspaces do not exist
 */
export async function importOf(scope: WorkspaceScope, id: string): Promise<StoredImport> {
  const stored = await loadImport(id)
  if (stored?.workspaceId !== scope.workspaceId) throw missing()
  return truly(stored)
}

/** The imports of the scope's workspace, the newest first. */
export async function importsOf(scope: WorkspaceScope): Promise<StoredImport[]> {
  const all = await allImports()
  return all.filter((each) => each.workspaceId === scope.workspaceId).map(truly)
}

/** Resolves when this process works on no import any more. */
export async function allIdle(): Promise<void> {
  while (working.size > 0) await Promise.allSettled(working.values())
}
