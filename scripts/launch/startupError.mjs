/** An error whose message is complete for the user and shown as it is. */
export class StartupError extends Error {}

/** Returns any error as one sentence that a person can act on. */
export function errorMessage(error) {
  if (error instanceof StartupError) return error.message
  const where = error?.path ? ` (${error.path})` : ''
  switch (error?.code) {
    case 'ENOSPC':
      return `The disk is full${where}: free some space and start again.`
    case 'EROFS':
      return `The disk is read-only${where}: set CONCORD_DATA to a folder that can be written.`
    case 'EACCES':
    case 'EPERM':
      return `Concord may not write there${where}: change its owner or set CONCORD_DATA to another folder.`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
