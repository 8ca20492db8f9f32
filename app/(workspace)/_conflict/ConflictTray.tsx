'use client'

/** What one has put off deciding, beside the live indicator. */
export function ConflictTray() {
  return null
}
