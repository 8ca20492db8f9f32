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
 * `stopped`: an entry was broken and the mapping asks for all or nothing, so nothing was written.
 * `interrupted`: the process ended in the middle; the import can be started again.
 */
export type ImportState = (typeof IMPORT_STATES)[number]

/** The state of an import from the upload to the report, stored beside its file. */
export interface StoredImport {
  id: Id
  workspaceId: Id
  /** Who uploaded it. */
  personId: Id
  /** Name of the uploaded file. */
  name: string
  /** Size of the uploaded file, in bytes. */
  size: number
  state: ImportState
  createdAt: Instant
  /** Time of the last heartbeat. A running import that is silent for long has ended. */
  touchedAt: Instant
  /** Number of handled entries and of all entries; 0 while unknown. */
  done: number
  total: number
  /** The reason of the failure. */
  error: string | null
  mapping: Mapping | null
  totals: ImportTotals | null
}
