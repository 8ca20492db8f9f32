import type { ReadableStream } from 'node:stream/web'
import { v7 as newId } from 'uuid'
import { ApiError } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { logger } from '@/server/observability/logger'
import { listImports } from './activeImports'
import { startScan } from './importJobs'
import { importPaths, removeExpiredImports, removeImport, saveImport } from './importStorage'
import type { StoredImport } from './storedImport'
import { userMessageOf } from './userMessage'
import { UploadCutOffError, writeUpload } from './writeUpload'

/**
 * Maximum number of files that a workspace may keep on the server's disk. A completed import keeps
 * none.
 */
const MAX_FILES = 20
const HEARTBEAT_INTERVAL_MS = 5_000

/**
 * Streams an upload to the disk and starts reading it.
 * @throws ApiError when it is too large, empty or truncated, when too many files are stored
 * already, or when the server could not store it; the file is deleted then
 */
export async function receiveUpload(
  scope: WorkspaceScope,
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<StoredImport> {
  if (scope.person.role !== 'admin') throw new ApiError('forbidden', 'Only admins can import.')
  if (!body) throw new ApiError('invalid', 'The upload has no content.', 'file')
  const stored = newUpload(scope, name)
  try {
    await removeExpiredImports()
    // Saved before the file, so that concurrent uploads count and a killed one is found later.
    await saveImport(stored)
    await ensureFreePlace(scope)
    const stopHeartbeat = startHeartbeat(stored)
    try {
      stored.size = await writeUpload(body, importPaths(stored.id).file)
    } finally {
      await stopHeartbeat()
    }
    if (stored.size === 0) throw new ApiError('invalid', 'The file is empty.', 'file')
  } catch (error) {
    await removeImport(stored.id)
    throw toUploadError(error, stored)
  }
  await startScan(stored)
  return stored
}

function newUpload(scope: WorkspaceScope, name: string): StoredImport {
  const now = new Date().toISOString()
  return {
    id: newId(),
    workspaceId: scope.workspaceId,
    personId: scope.person.id,
    name: name.slice(0, 200) || 'import',
    size: 0,
    state: 'uploading',
    createdAt: now,
    touchedAt: now,
    done: 0,
    total: 0,
    error: null,
    mapping: null,
    totals: null,
  }
}

/** @throws ApiError when the workspace keeps too many files, this upload included */
async function ensureFreePlace(scope: WorkspaceScope): Promise<void> {
  const waiting = (await listImports(scope)).filter((each) => each.state !== 'done')
  if (waiting.length <= MAX_FILES) return
  throw new ApiError('conflict', `${MAX_FILES} files wait here already. Discard one first.`, 'file')
}

/**
 * Saves the time again and again, because a slow upload is not a dead one.
 * @returns a function that stops it and resolves when nothing is being saved any more
 */
function startHeartbeat(stored: StoredImport): () => Promise<void> {
  let pendingSave = Promise.resolve()
  const save = () => saveImport({ ...stored, touchedAt: new Date().toISOString() })
  const heartbeat = setInterval(() => {
    pendingSave = pendingSave.then(save).catch(() => {})
  }, HEARTBEAT_INTERVAL_MS)
  return () => {
    clearInterval(heartbeat)
    return pendingSave
  }
}

/** Returns the error for the person, with the cause. Logs what the person's file did not cause. */
function toUploadError(error: unknown, { id }: StoredImport): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof UploadCutOffError) {
    logger().warn({ err: error, import: id }, 'an upload was cut off')
    return new ApiError('invalid', 'The upload was cut off. Nothing was kept; try again.', 'file')
  }
  logger().error({ err: error, import: id }, 'an upload could not be stored')
  return new ApiError('conflict', `${userMessageOf(error)} Nothing was kept.`, 'file')
}
