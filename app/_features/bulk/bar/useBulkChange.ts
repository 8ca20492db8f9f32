'use client'

import { useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { announce } from '@/app/_ui/LiveRegion'
import { toast } from '@/app/_ui/toast'
import type { Id } from '@/domain/kernel/primitives'
import type { BulkChange } from '@/domain/task/commands'
import { type BulkResult, changeTasks, summarizeResults } from './changeTasks'

/** The progress of a bulk change. */
export interface BulkProgress {
  doneCount: number
  total: number
}

/** Changes many tasks, reports the result and offers a single undo. */
export function useBulkChange() {
  const store = useProjectStore()
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [shownResult, setShownResult] = useState<BulkResult | null>(null)

  const undo = ({ commandIds }: BulkResult) => {
    for (const id of commandIds.toReversed()) void store.undoStack.undoCommand(id)
  }
  const run = async (ids: readonly Id[], change: BulkChange) => {
    const total = ids.length
    setProgress({ doneCount: 0, total })
    const result = await changeTasks(store, ids, change, (doneCount) =>
      setProgress({ doneCount, total }),
    )
    setProgress(null)
    const resultText = summarizeResults(result.results)
    announce(resultText)
    const hasSkipped = result.results.some((each) => each.outcome === 'skipped')
    if (hasSkipped)
      toast.info(resultText, { action: { label: 'Show', run: () => setShownResult(result) } })
    else if (result.commandIds.length > 0) toast.success(resultText, { undo: () => undo(result) })
    else toast.info(resultText)
  }
  return { run, undo, progress, shownResult, close: () => setShownResult(null) }
}
