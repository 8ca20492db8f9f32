import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { v7 as newId } from 'uuid'
import { Problem } from '../access/problem'
import type { WorkspaceScope } from '../access/scope'
import { placesOf, removeImport, removeOldImports, saveImport } from './folder'
import { largestUpload } from './limit'
import type { StoredImport } from './stored'
import { startReading } from './work'
import { importsOf } from './working'

/** Files that a workspace may keep on the server's disk; a done import keeps none. */
const MOST_FILES = 20

/**
 * Takes an upload in, straight to the disk, and begins to read it.
 * @throws Problem when it is too large, empty or cut off, or too many files are kept already;
 * nothing is kept then
 */
export async function receiveUpload(
  scope: WorkspaceScope,
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<StoredImport> {
  if (scope.person.role !== 'admin') throw new Problem('forbidden', 'Only admins can import.')
  if (!body) throw new Problem('invalid', 'The upload has no content.', 'file')
  await removeOldImports()
  const kept = (await importsOf(scope)).filter((each) => each.state !== 'done')
  if (kept.length >= MOST_FILES) {
    throw new Problem(
      'conflict',
      `${MOST_FILES} files wait here already. Discard one first.`,
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
    const { folder, file } = placesOf(stored.id)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    stored.size = await write(body, file)
    if (stored.size === 0) throw new Problem('invalid', 'The file is empty.', 'file')
    await saveImport(stored)
  } catch (error) {
    await removeImport(stored.id)
    if (error instanceof Problem) throw error
    throw new Problem('invalid', 'The upload was cut off. Nothing was kept; try again.', 'file')
  }
  await startReading(stored)
  return stored
}

/** @returns the bytes written */
async function write(body: ReadableStream<Uint8Array>, file: string): Promise<number> {
  const limit = largestUpload()
  let size = 0
  const measured = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      const megabytes = Math.round(limit / 1024 / 1024)
      if (size <= limit) done(null, chunk)
      else done(new Problem('invalid', `The file is larger than ${megabytes} MB.`, 'file'))
    },
  })
  await pipeline(Readable.fromWeb(body), measured, createWriteStream(file, { mode: 0o600 }))
  return size
}
