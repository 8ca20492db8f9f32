'use client'

import { useCurrentUser } from './projectHooks'

/** Whether the person at this screen may change anything; viewers are offered no changes. */
export const useCanWrite = () => useCurrentUser().role !== 'viewer'
