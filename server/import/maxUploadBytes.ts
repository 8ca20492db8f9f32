/** Returns the maximum upload size in bytes: IMPORT_MAX_MB megabytes, 1,024 by default. */
export function maxUploadBytes(): number {
  return (Number(process.env.IMPORT_MAX_MB) || 1024) * 1024 * 1024
}
