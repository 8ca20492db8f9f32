'use client'

import { useWorkspace } from '@/app/_features/shell/useWorkspace'

/** The time zone of this browser. */
export const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The time zone by which the reader's days go. */
export const useTimeZone = (): string => useWorkspace().timeSettings.timeZone ?? browserTimeZone()
