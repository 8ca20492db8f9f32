'use client'

import { useWorkspace } from '@/app/_features/shell/useWorkspace'

/** Returns the time zone of this browser. */
export const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Returns the reader's time zone. */
export const useTimeZone = (): string => useWorkspace().timeSettings.timeZone ?? browserTimeZone()
