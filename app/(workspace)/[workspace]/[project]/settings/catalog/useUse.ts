'use client'

import { useCallback, useEffect, useState } from 'react'
import { useOnEvents } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { Progress } from '@/domain/relations'
import type { Id } from '@/domain/words'

/** How many tasks each component and version has; asked again when the project changes. */
export function useUse(): Record<Id, Progress> {
  const store = useStore()
  const [use, setUse] = useState<Record<Id, Progress>>({})
  const ask = useCallback(async () => {
    const found = await trpc.version.use.query({ projectId: store.projectId }).catch(() => null)
    if (found) setUse(found.use)
  }, [store])
  useEffect(() => void ask(), [ask])
  useOnEvents((events) => {
    if (events.some(({ type }) => type.startsWith('task.') || /\.(removed|restored)$/.test(type)))
      void ask()
  })
  return use
}
