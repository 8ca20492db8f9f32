import type { Outputs } from '@/app/_client/trpc'

export type Summary = Outputs['import']['progress']

/** What the state of an import is called. */
export const stateNames: Record<Summary['state'], string> = {
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

/** Whether somebody works on it at this moment. */
export function isBusy({ state }: Summary): boolean {
  return state === 'uploading' || state === 'reading' || state === 'running'
}

/** `12.4 MB`, in kilobytes below one, in gigabytes above 1,000. */
export function megabytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  const many = bytes / 1024 / 1024
  if (many > 1000) return `${Number((many / 1024).toFixed(1))} GB`
  return `${many < 10 ? many.toFixed(1) : Math.round(many).toLocaleString('en')} MB`
}

/** `1,499 issues`, `1 issue`. */
export function counted(many: number, one: string, more = `${one}s`): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : more}`
}
