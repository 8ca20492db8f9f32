'use client'

import { useCurrentUser } from './projectHooks'

/** Returns true when the user may change anything, which viewers may not. */
export const useCanWrite = () => useCurrentUser().role !== 'viewer'
