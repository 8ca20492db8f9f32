import type { Id, Instant } from '@/domain/kernel/primitives'
import type { Mapping } from './mapping'
import type { ImportTotals } from './report'

export const IMPORT_STATES = [
  'uploading',
  'reading',
  'ready',
  'running',
  'done',
  'stopped',
  'cancelled',
  'interrupted',
  'failed',
] as const
/**
 * `stopped`: something was broken and all or nothing was wanted, so nothing was written.
 * `interrupted`: the process that did the work ended in the middle; it can be started again.
 */
export type ImportState = (typeof IMPORT_STATES)[number]

/** An import from the upload to the report, as it is kept beside its file. */
export interface StoredImport {
  id: Id
  workspaceId: Id
  /** Who uploaded it. */
  personId: Id
  /** The file's name as it was uploaded. */
  name: string
  /** In bytes, as uploaded. */
  size: number
  state: ImportState
  createdAt: Instant
  /** When somebody last worked on it; work that is silent for long has ended. */
  touchedAt: Instant
  /** Entries handled, and how many there are; 0 while nobody knows. */
  done: number
  total: number
  /** Why it failed. */
  error: string | null
  mapping: Mapping | null
  totals: ImportTotals | null
}
