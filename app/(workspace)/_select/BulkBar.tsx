'use client'

import {
  Archive,
  CircleDashed,
  CircleUser,
  Flag,
  Package,
  PackageX,
  SignalHigh,
  Tag,
  X,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { BulkChange } from '@/domain/task/commands'
import { BarPick } from './BarPick'
import { fieldsOf } from './fields'
import { Results } from './Results'
import { useBulk } from './useBulk'
import { useSelected, useSelection } from './useSelection'

const escKey = 'Escape'
/** From so many tasks on, archiving asks first. */
const MANY = 20
const icons = {
  status: <CircleDashed className="size-4" />,
  assignees: <CircleUser className="size-4" />,
  labels: <Tag className="size-4" />,
  sprint: <Flag className="size-4" />,
  priority: <SignalHigh className="size-4" />,
  fixVersions: <Package className="size-4" />,
  affectedVersions: <PackageX className="size-4" />,
}

/** The bar over the foot of a screen while tasks are selected on it. */
export function BulkBar() {
  const selection = useSelection()
  const selected = useSelected()
  const store = useStore()
  const project = useProject()
  const people = usePeople()
  const { run, undo, running, shown, close } = useBulk()
  const [asking, setAsking] = useState(false)
  const count = selected.size
  const words = `${count.toLocaleString('en')} selected`
  useHotkeys({ [escKey]: () => selection.clear() }, count > 0)
  useEffect(() => {
    if (count > 0) announce(words)
  }, [count, words])

  const change = (what: BulkChange) => void run([...selected], what)
  const archive = () => {
    change({ archive: true })
    selection.clear()
  }
  const cards = [...selected].flatMap((id) => store.screen.cards.get(id) ?? [])
  return (
    <>
      {count > 0 || running ? (
        <section
          aria-label="Selection"
          data-foot=""
          className="fixed inset-x-2 bottom-2 z-30 mx-auto w-fit max-w-[calc(100vw-1rem)] overflow-x-auto rounded-overlay border border-line bg-raised text-ui text-text shadow-float max-md:bottom-16"
        >
          <div role="toolbar" aria-label="Selected tasks" className="flex items-center gap-1 p-1.5">
            {running ? (
              <div className="w-64 px-2 py-1">
                <ProgressBar
                  label="Changing"
                  value={running.answered}
                  max={running.of}
                  words={`${running.answered.toLocaleString('en')} of ${running.of.toLocaleString('en')}`}
                />
              </div>
            ) : (
              <>
                <span className="px-2 font-medium whitespace-nowrap tabular-nums">{words}</span>
                {fieldsOf(project, people, cards).map((field) => (
                  <BarPick
                    key={field.name}
                    field={field}
                    icon={icons[field.name]}
                    onChange={change}
                  />
                ))}
                <Button
                  size="small"
                  tone="bare"
                  icon={<Archive className="size-4" />}
                  aria-label="Archive"
                  onClick={() => (count > MANY ? setAsking(true) : archive())}
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
        open={asking}
        onOpenChange={setAsking}
        title={`Archive ${count.toLocaleString('en')} tasks?`}
        confirm="Archive tasks"
        onConfirm={archive}
      >
        They leave the board and the backlog for everybody. One undo brings them back.
      </ConfirmDialog>
      {shown ? <Results ended={shown} onClose={close} onUndo={() => undo(shown)} /> : null}
    </>
  )
}
