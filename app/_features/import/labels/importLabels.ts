import type { RouterOutputs } from '@/app/_api/apiClient'

export type ImportSummary = RouterOutputs['import']['progress']

/** Display names of an import's states. */
export const importStateLabels: Record<ImportSummary['state'], string> = {
  uploading: 'Uploading',
  reading: 'Reading the file',
  ready: 'Ready to import',
  running: 'Importing',
  done: 'Done',
  stopped: 'Nothing was written',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  failed: 'Failed',
}

/** Returns true while the import is being processed. */
export function isInProgress({ state }: ImportSummary): boolean {
  return state === 'uploading' || state === 'reading' || state === 'running'
}

/** Returns for example `12.4 MB`; in kB below 1 MB and in GB above 1,000 MB. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  const megabytesCount = bytes / 1024 / 1024
  if (megabytesCount > 1000) return `${Number((megabytesCount / 1024).toFixed(1))} GB`
  return `${megabytesCount < 10 ? megabytesCount.toFixed(1) : Math.round(megabytesCount).toLocaleString('en')} MB`
}

/** Returns `1 issue` or `1,499 issues`. */
export function pluralize(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`
}
