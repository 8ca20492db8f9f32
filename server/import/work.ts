import { access, rm, writeFile } from 'node:fs/promises'
import type { Id } from '@/domain/words'
import { Problem } from '../access/problem'
import type { WorkspaceScope } from '../access/scope'
import { loadScan, placesOf, removeFile, saveImport, saveScan } from './folder'
import { runImport } from './jira/run'
import { scanFile } from './jira/scan'
import type { Mapping } from './mapping'
import { addToReport, emptyReport } from './reportFile'
import { sentenceOf } from './sentence'
import type { ImportState, StoredImport } from './stored'
import { working } from './working'

/** How often the progress is written down. */
const TELL_MS = 500

/**
 * Reads an uploaded file in the background; the import is `ready`, or `failed`, afterwards.
 * @returns once it has begun
 */
export function startReading(stored: StoredImport): Promise<void> {
  return inBackground(stored, 'reading', async (tell, signal) => {
    const scan = await scanFile(
      placesOf(stored.id).file,
      ({ line }) => tell({ done: line }),
      signal,
    )
    await saveScan(stored.id, scan)
    return { state: 'ready', done: scan.entries, total: scan.entries }
  })
}

/**
 * Brings an import in, in the background, as the mapping says.
 * @returns once it has begun
 * @throws Problem when this process works on it already
 */
export function startRunning(
  scope: WorkspaceScope,
  stored: StoredImport,
  mapping: Mapping,
): Promise<void> {
  return inBackground({ ...stored, mapping }, 'running', async (tell, signal) => {
    const scan = await loadScan(stored.id)
    if (!scan) throw new Error('The file was not read to the end; upload it again.')
    tell({ total: scan.entries })
    await emptyReport(stored.id)
    const { state, totals } = await runImport({
      scope,
      path: placesOf(stored.id).file,
      scan,
      mapping,
      report: (lines) => addToReport(stored.id, lines),
      onProgress: (done, soFar) => tell({ done, totals: structuredClone(soFar) }),
      signal,
    })
    if (state === 'done') await removeFile(stored.id)
    return { state, totals }
  })
}

/** Asks whoever works on an import to stop. What was brought in by then stays. */
export async function askToStop(id: Id): Promise<void> {
  await writeFile(placesOf(id).cancel, '')
}

type Tell = (change: Partial<StoredImport>) => void

async function inBackground(
  stored: StoredImport,
  state: ImportState,
  work: (tell: Tell, signal: AbortSignal) => Promise<Partial<StoredImport>>,
): Promise<void> {
  if (working.has(stored.id)) throw new Problem('conflict', 'This import is running already.')
  const running = new Promise<void>((begun, failed) => {
    const whole = perform(stored, state, work, begun).finally(() => working.delete(stored.id))
    working.set(stored.id, whole)
    whole.catch(failed)
  })
  await running
}

async function perform(
  stored: StoredImport,
  state: ImportState,
  work: (tell: Tell, signal: AbortSignal) => Promise<Partial<StoredImport>>,
  begun: () => void,
): Promise<void> {
  const { cancel } = placesOf(stored.id)
  const stop = new AbortController()
  let now: StoredImport = { ...stored, state, error: null, totals: null, done: 0 }
  let written = Promise.resolve()
  // One after another, so that the last word is the last one written.
  const save = () => {
    const next = () => saveImport({ ...now, touchedAt: new Date().toISOString() })
    written = written.catch(() => {}).then(next)
    return written
  }
  await rm(cancel, { force: true })
  await save()
  begun()
  // A beat by the clock, not by the work: a long batch is not silence.
  const beat = setInterval(() => {
    access(cancel).then(
      () => stop.abort(),
      () => {},
    )
    save().catch(() => {})
  }, TELL_MS)
  try {
    const tell: Tell = (change) => {
      now = { ...now, ...change }
    }
    const end = await work(tell, stop.signal)
    now = { ...now, ...end }
  } catch (error) {
    const cancelled = stop.signal.aborted
    if (!cancelled) console.error(`Import ${stored.id}:`, error)
    const reason = sentenceOf(error)
    now = { ...now, ...(cancelled ? { state: 'cancelled' } : { state: 'failed', error: reason }) }
  } finally {
    clearInterval(beat)
    await rm(cancel, { force: true })
  }
  await save()
}
