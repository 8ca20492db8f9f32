import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { v7 as newId } from 'uuid'
import { ApiError } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { listImports } from './activeImports'
import { startScan } from './importJobs'
import { importPaths, removeExpiredImports, removeImport, saveImport } from './importStorage'
import { maxUploadBytes } from './maxUploadBytes'
import type { StoredImport } from './storedImport'

/**
 * Maximum number of files that a workspace may keep on the server's disk. A completed import keeps
 * none.
 */
const MAX_FILES = 20

/**
 * Streams an upload to the disk and starts reading it.
 * @throws ApiError when it is too large, empty or truncated, or when too many files are stored
 * already; the file is deleted then
 */
export async function receiveUpload(
  scope: WorkspaceScope,
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<StoredImport> {
  if (scope.person.role !== 'admin') throw new ApiError('forbidden', 'Only admins can import.')
  if (!body) throw new ApiError('invalid', 'The upload has no content.', 'file')
  await removeExpiredImports()
  const waiting = (await listImports(scope)).filter((each) => each.state !== 'done')
  if (waiting.length >= MAX_FILES) {
    throw new ApiError(
      'conflict',
      `${MAX_FILES} files wait here already. Discard one first.`,
      'file',
    )
  }
  const now = new Date().toISOString()
  const stored: StoredImport = {
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
  try {
    const { folder, file } = importPaths(stored.id)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    stored.size = await writeUpload(body, file)
    if (stored.size === 0) throw new ApiError('invalid', 'The file is empty.', 'file')
    await saveImport(stored)
  } catch (error) {
    await removeImport(stored.id)
    if (error instanceof ApiError) throw error
    throw new ApiError('invalid', 'The upload was cut off. Nothing was kept; try again.', 'file')
  }
  await startScan(stored)
  return stored
}

/** @returns the number of bytes written */
async function writeUpload(body: ReadableStream<Uint8Array>, file: string): Promise<number> {
  const limit = maxUploadBytes()
  let size = 0
  const sizeLimiter = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      const megabytes = Math.round(limit / 1024 / 1024)
      if (size <= limit) done(null, chunk)
      else done(new ApiError('invalid', `The file is larger than ${megabytes} MB.`, 'file'))
    },
  })
  await pipeline(Readable.fromWeb(body), sizeLimiter, createWriteStream(file, { mode: 0o600 }))
  return size
}
