import type { Id } from '@/domain/kernel/primitives'
import { notFound } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { loadAllImports, loadImport } from './importStorage'
import type { StoredImport } from './storedImport'

/** How long silence means that the work has ended. */
const STALE_AFTER_MS = 60_000

// Next bundles this module several times in one process; they share one list of work.
const shared = globalThis as { concordImports?: Map<Id, Promise<void>> }
shared.concordImports ??= new Map()
/** What this process works on. */
export const activeImports = shared.concordImports

/** The import as it really is: work that died with its process is told apart. */
function withActualState(stored: StoredImport): StoredImport {
  const isBusy = stored.state === 'reading' || stored.state === 'running'
  const isStale = Date.now() - Date.parse(stored.touchedAt) > STALE_AFTER_MS
  if (!isBusy || activeImports.has(stored.id) || !isStale) return stored
  return { ...stored, state: 'interrupted' }
}

/**
 * An import of the scope's workspace.
 * @throws ApiError `not-found` when there is none; those of other workspaces do not exist
 */
export async function findImport(scope: WorkspaceScope, id: string): Promise<StoredImport> {
  const stored = await loadImport(id)
  if (stored?.workspaceId !== scope.workspaceId) throw notFound()
  return withActualState(stored)
}

/** The imports of the scope's workspace, the newest first. */
export async function listImports(scope: WorkspaceScope): Promise<StoredImport[]> {
  const all = await loadAllImports()
  return all.filter((each) => each.workspaceId === scope.workspaceId).map(withActualState)
}

/** Resolves when this process works on no import any more. */
export async function waitUntilIdle(): Promise<void> {
  while (activeImports.size > 0) await Promise.allSettled(activeImports.values())
}
