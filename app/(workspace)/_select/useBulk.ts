'use client'

import { useState } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { announce } from '@/app/_ui/LiveRegion'
import { toast } from '@/app/_ui/toast'
import type { BulkChange } from '@/domain/task/commands'
import type { Id } from '@/domain/words'
import { changeAll, type Ended, summary } from './bulk'

/** How far a change is. */
export interface Running {
  answered: number
  of: number
}

/** Changes many tasks, says how it went, and takes it back in one. */
export function useBulk() {
  const store = useStore()
  const [running, setRunning] = useState<Running | null>(null)
  const [shown, setShown] = useState<Ended | null>(null)

  const undo = ({ commandIds }: Ended) => {
    for (const id of commandIds.toReversed()) void store.steps.takeBack(id)
  }
  const run = async (ids: readonly Id[], change: BulkChange) => {
    const of = ids.length
    setRunning({ answered: 0, of })
    const ended = await changeAll(store, ids, change, (answered) => setRunning({ answered, of }))
    setRunning(null)
    const words = summary(ended.results)
    announce(words)
    const left = ended.results.some((each) => each.outcome === 'left')
    if (left) toast.info(words, { action: { label: 'Show', press: () => setShown(ended) } })
    else if (ended.commandIds.length > 0) toast.done(words, { undo: () => undo(ended) })
    else toast.info(words)
  }
  return { run, undo, running, shown, close: () => setShown(null) }
}
