'use client'

import { useMe } from '@/app/_client/react/hooks'

/** Whether the person at this screen may change anything; viewers are offered no changes. */
export const useMayWrite = () => useMe().role !== 'viewer'
