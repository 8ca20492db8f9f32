import type { Id } from '@/domain/kernel/primitives'
import { notFound } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { loadAllImports, loadImport } from './importStorage'
import type { StoredImport } from './storedImport'

/** An import that is silent for longer than this has ended. */
const STALE_AFTER_MS = 60_000
const UPLOAD_CUT_OFF = 'The upload was cut off. Discard it and upload the file again.'

// Next bundles this module several times in one process. All copies share one map.
const shared = globalThis as { concordImports?: Map<Id, Promise<void>> }
shared.concordImports ??= new Map()
/** The imports that this process is working on. */
export const activeImports = shared.concordImports

/** Returns the import with its real state: detects work whose process has ended. */
function withActualState(stored: StoredImport): StoredImport {
  const isStale = Date.now() - Date.parse(stored.touchedAt) > STALE_AFTER_MS
  if (!isStale || activeImports.has(stored.id)) return stored
  if (stored.state === 'uploading') return { ...stored, state: 'failed', error: UPLOAD_CUT_OFF }
  const isBusy = stored.state === 'reading' || stored.state === 'running'
  return isBusy ? { ...stored, state: 'interrupted' } : stored
}

/**
 * Returns an import of the scope's workspace.
 * @throws ApiError `not-found` when it does not exist or belongs to another workspace
 */
export async function findImport(scope: WorkspaceScope, id: string): Promise<StoredImport> {
  const stored = await loadImport(id)
  if (stored?.workspaceId !== scope.workspaceId) throw notFound()
  return withActualState(stored)
}

/** Returns the imports of the scope's workspace, the newest first. */
export async function listImports(scope: WorkspaceScope): Promise<StoredImport[]> {
  const all = await loadAllImports()
  return all.filter((each) => each.workspaceId === scope.workspaceId).map(withActualState)
}

/** Resolves when this process is working on no import. */
export async function waitUntilIdle(): Promise<void> {
  while (activeImports.size > 0) await Promise.allSettled(activeImports.values())
}
