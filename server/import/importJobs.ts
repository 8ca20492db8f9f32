import { access, rm, writeFile } from 'node:fs/promises'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { logger } from '@/server/observability/logger'
import { activeImports } from './activeImports'
import { importPaths, loadScan, removeUploadedFile, saveImport, saveScan } from './importStorage'
import { runImport } from './jira/runImport'
import { scanFile } from './jira/scanFile'
import type { Mapping } from './mapping'
import { appendToReport, clearReport } from './reportFile'
import type { ImportState, StoredImport } from './storedImport'
import { userMessageOf } from './userMessage'

/** Interval at which the progress is saved. */
const SAVE_INTERVAL_MS = 500

/**
 * Reads an uploaded file in the background. Afterwards the import is `ready` or `failed`.
 * @returns once it has started
 */
export function startScan(stored: StoredImport): Promise<void> {
  return runInBackground(stored, 'reading', async (updateProgress, signal) => {
    const scan = await scanFile(
      importPaths(stored.id).file,
      ({ line }) => updateProgress({ done: line }),
      signal,
    )
    await saveScan(stored.id, scan)
    return { state: 'ready', done: scan.entries, total: scan.entries }
  })
}

/**
 * Runs an import in the background, as the mapping says.
 * @returns once it has started
 * @throws ApiError when this process is already working on it
 */
export function startImportRun(
  scope: WorkspaceScope,
  stored: StoredImport,
  mapping: Mapping,
): Promise<void> {
  return runInBackground({ ...stored, mapping }, 'running', async (updateProgress, signal) => {
    const scan = await loadScan(stored.id)
    if (!scan) throw new Error('The file was not read to the end; upload it again.')
    updateProgress({ total: scan.entries })
    await clearReport(stored.id)
    const { state, totals } = await runImport({
      scope,
      path: importPaths(stored.id).file,
      scan,
      mapping,
      report: (lines) => appendToReport(stored.id, lines),
      onProgress: (done, soFar) => updateProgress({ done, totals: structuredClone(soFar) }),
      signal,
    })
    if (state === 'done') await removeUploadedFile(stored.id)
    return { state, totals }
  })
}

/** Asks the process that runs an import to stop. What is already imported stays. */
export async function requestCancel(id: Id): Promise<void> {
  await writeFile(importPaths(id).cancel, '')
}

type UpdateProgress = (change: Partial<StoredImport>) => void

async function runInBackground(
  stored: StoredImport,
  state: ImportState,
  work: (updateProgress: UpdateProgress, signal: AbortSignal) => Promise<Partial<StoredImport>>,
): Promise<void> {
  if (activeImports.has(stored.id))
    throw new ApiError('conflict', 'This import is running already.')
  const started = new Promise<void>((onStarted, onFailed) => {
    const job = runJob(stored, state, work, onStarted).finally(() =>
      activeImports.delete(stored.id),
    )
    activeImports.set(stored.id, job)
    job.catch(onFailed)
  })
  await started
}

async function runJob(
  stored: StoredImport,
  state: ImportState,
  work: (updateProgress: UpdateProgress, signal: AbortSignal) => Promise<Partial<StoredImport>>,
  onStarted: () => void,
): Promise<void> {
  const { cancel } = importPaths(stored.id)
  const stop = new AbortController()
  let current: StoredImport = { ...stored, state, error: null, totals: null, done: 0 }
  let pendingWrite = Promise.resolve()
  // Saves one after another, so that the last state is the one on disk.
  const save = () => {
    const next = () => saveImport({ ...current, touchedAt: new Date().toISOString() })
    pendingWrite = pendingWrite.catch(() => {}).then(next)
    return pendingWrite
  }
  await rm(cancel, { force: true })
  await save()
  onStarted()
  // A timer sends the heartbeat, because a long batch is not a dead import.
  const heartbeat = setInterval(() => {
    access(cancel).then(
      () => stop.abort(),
      () => {},
    )
    save().catch(() => {})
  }, SAVE_INTERVAL_MS)
  try {
    const updateProgress: UpdateProgress = (change) => {
      current = { ...current, ...change }
    }
    const result = await work(updateProgress, stop.signal)
    current = { ...current, ...result }
  } catch (error) {
    const wasCancelled = stop.signal.aborted
    if (!wasCancelled) logger().error({ err: error, import: stored.id }, 'import failed')
    const message = userMessageOf(error)
    current = {
      ...current,
      ...(wasCancelled ? { state: 'cancelled' } : { state: 'failed', error: message }),
    }
  } finally {
    clearInterval(heartbeat)
    await rm(cancel, { force: true })
  }
  await save()
}
