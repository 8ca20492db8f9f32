'use client'

import { Archive, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { BulkChange } from '@/domain/task/commands'
import { useSelectedTaskIds, useTaskSelection } from '../useTaskSelection'
import { BulkFieldPicker } from './BulkFieldPicker'
import { BulkResultsDialog } from './BulkResultsDialog'
import { bulkFieldsOf } from './bulkFields'
import { useBulkChange } from './useBulkChange'

const ESCAPE_KEY = 'Escape'
/** Archiving this many tasks or more asks for confirmation. */
const CONFIRM_FROM = 20

/** The bar at the bottom of a screen while tasks are selected. */
export function BulkBar() {
  const selection = useTaskSelection()
  const selectedIds = useSelectedTaskIds()
  const store = useProjectStore()
  const project = useProject()
  const people = usePeople()
  const { run, undo, progress, shownResult, close } = useBulkChange()
  const [isConfirming, setIsConfirming] = useState(false)
  const count = selectedIds.size
  const countLabel = `${count.toLocaleString('en')} selected`
  useHotkeys({ [ESCAPE_KEY]: () => selection.clear() }, count > 0)
  useEffect(() => {
    if (count > 0) announce(countLabel)
  }, [count, countLabel])

  const changeSelected = (bulkChange: BulkChange) => void run([...selectedIds], bulkChange)
  const archiveSelected = () => {
    changeSelected({ archive: true })
    selection.clear()
  }
  const cards = [...selectedIds].flatMap((id) => store.optimisticState.cards.get(id) ?? [])
  return (
    <>
      {count > 0 || progress ? (
        <section
          aria-label="Selection"
          data-bottom-bar=""
          className="fixed inset-x-2 bottom-2 z-30 mx-auto w-fit max-w-[calc(100vw-1rem)] overflow-x-auto rounded-overlay border border-line bg-raised text-ui text-text shadow-float max-md:bottom-16"
        >
          <div role="toolbar" aria-label="Selected tasks" className="flex items-center gap-1 p-1.5">
            {progress ? (
              <div className="w-64 px-2 py-1">
                <ProgressBar
                  label="Changing"
                  value={progress.doneCount}
                  max={progress.total}
                  valueText={`${progress.doneCount.toLocaleString('en')} of ${progress.total.toLocaleString('en')}`}
                />
              </div>
            ) : (
              <>
                <span className="px-2 font-medium whitespace-nowrap tabular-nums">
                  {countLabel}
                </span>
                {bulkFieldsOf(project, people, cards).map((field) => (
                  <BulkFieldPicker key={field.name} field={field} onChange={changeSelected} />
                ))}
                <Button
                  size="small"
                  tone="ghost"
                  icon={<Archive className="size-4" />}
                  aria-label="Archive"
                  onClick={() => (count > CONFIRM_FROM ? setIsConfirming(true) : archiveSelected())}
                >
                  <span className="max-md:hidden">Archive</span>
                </Button>
                <IconButton
                  size="small"
                  label="Clear the selection"
                  keys="Esc"
                  icon={<X className="size-4" />}
                  onClick={() => selection.clear()}
                />
              </>
            )}
          </div>
        </section>
      ) : null}
      <ConfirmDialog
        open={isConfirming}
        onOpenChange={setIsConfirming}
        title={`Archive ${count.toLocaleString('en')} tasks?`}
        confirmLabel="Archive tasks"
        onConfirm={archiveSelected}
      >
        They leave the board and the backlog for everybody. One undo brings them back.
      </ConfirmDialog>
      {shownResult ? (
        <BulkResultsDialog result={shownResult} onClose={close} onUndo={() => undo(shownResult)} />
      ) : null}
    </>
  )
}
