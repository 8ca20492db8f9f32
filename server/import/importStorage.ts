import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Id } from '@/domain/kernel/primitives'
import type { ScanResult } from './jira/scanResult'
import type { StoredImport } from './storedImport'

const DAY_MS = 24 * 3600 * 1000
const RETENTION_MS = 30 * DAY_MS
/** An upload that has sent no heartbeat for this long is of a process that has ended. */
const UPLOAD_RETENTION_MS = 600_000

/** Returns the folder of all imports: `uploads` in CONCORD_DATA (default .data). */
export function uploadsFolder(): string {
  return join(resolve(process.env.CONCORD_DATA || '.data'), 'uploads')
}

/** Returns the paths of an import's files. */
export function importPaths(id: Id) {
  const folder = join(uploadsFolder(), z.uuid().parse(id))
  return {
    folder,
    file: join(folder, 'file'),
    meta: join(folder, 'import.json'),
    scan: join(folder, 'scan.json'),
    report: join(folder, 'report.ndjson'),
    /** This file asks the process that runs the import to stop, whichever it is. */
    cancel: join(folder, 'cancel'),
  }
}

/** Saves the state of an import atomically, so that readers never see half of it. */
export async function saveImport(stored: StoredImport): Promise<void> {
  const { folder, meta } = importPaths(stored.id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeAtomically(meta, stored)
}

/** Returns an import by id; null when there is none. */
export async function loadImport(id: Id): Promise<StoredImport | null> {
  if (!z.uuid().safeParse(id).success) return null
  return readJson<StoredImport>(importPaths(id).meta)
}

/** Returns all imports of all workspaces, the newest first. */
export async function loadAllImports(): Promise<StoredImport[]> {
  const names = await readdir(uploadsFolder()).catch(() => [])
  const found = await Promise.all(names.map((name) => loadImport(name)))
  return found.filter((each) => each !== null).sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
}

export async function saveScan(id: Id, scan: ScanResult): Promise<void> {
  await writeAtomically(importPaths(id).scan, scan)
}

/** Returns the scan of the file; null until it was read to the end. */
export async function loadScan(id: Id): Promise<ScanResult | null> {
  return readJson<ScanResult>(importPaths(id).scan)
}

/** Deletes an import with its file and its report. */
export async function removeImport(id: Id): Promise<void> {
  await rm(importPaths(id).folder, { recursive: true, force: true })
}

/** Deletes only the uploaded file; the report stays. */
export async function removeUploadedFile(id: Id): Promise<void> {
  await rm(importPaths(id).file, { force: true })
}

/** Deletes imports that were not used for a month, and what is left of interrupted uploads. */
export async function removeExpiredImports(): Promise<void> {
  for (const { id, state, touchedAt } of await loadAllImports()) {
    const retentionMs = state === 'uploading' ? UPLOAD_RETENTION_MS : RETENTION_MS
    if (Date.now() - Date.parse(touchedAt) > retentionMs) await removeImport(id)
  }
}

async function writeAtomically(path: string, value: unknown): Promise<void> {
  const temporaryPath = `${path}.${process.pid}.new`
  await writeFile(temporaryPath, JSON.stringify(value), { mode: 0o600 })
  await rename(temporaryPath, path)
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
