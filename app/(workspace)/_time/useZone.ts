'use client'

import { useWorkspace } from '../_frame/workspace'

/** The time zone of this browser. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The time zone by which the reader's days go. */
export const useZone = (): string => useWorkspace().time.timeZone ?? browserZone()
