'use client'

import { useState } from 'react'
import { fieldLabel } from '@/app/_features/conflict/conflictLabels'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { isApplied } from '@/app/_replica/store/undoStack'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import type { UndoBlocker } from '@/domain/undo/commands'
import type { BlockedUndo } from './UndoShortcuts'

/** Lists what blocks an undo and offers to undo the rest. */
export function UndoBlockedDialog({
  blockedUndo,
  onClose,
}: {
  blockedUndo: BlockedUndo
  onClose: () => void
}) {
  const { undoStack } = useProjectStore()
  const [open, setOpen] = useState(true)
  const { blockers, undoableCount, undoneCommandId } = blockedUndo
  const close = () => {
    setOpen(false)
    onClose()
  }
  const undoRemaining = () => {
    close()
    void undoStack.undoCommand(undoneCommandId, true).result.then((result) => {
      if (isApplied(result)) toast.info('The rest was undone')
    })
  }
  const description =
    undoableCount > 0
      ? `${formatChangeCount(undoableCount)} can still be undone; what is listed here stays unchanged.`
      : 'Nothing was changed.'
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || close()}
      title="Later changes prevent this undo"
      description={description}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          {undoableCount > 0 ? (
            <Button tone="primary" onClick={undoRemaining}>
              Undo the rest
            </Button>
          ) : null}
        </>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {blockers.map((blocker, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index} className="py-2">
            <BlockerReason blocker={blocker} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Returns "1 change" or "12 changes". */
export const formatChangeCount = (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`

function BlockerReason({ blocker }: { blocker: UndoBlocker }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const store = useProjectStore()
  const people = usePeople()
  const { taskId, field, message, changedBy, changedAt } = blocker
  const card = taskId ? store.optimisticState.cards.get(taskId) : undefined
  const personName = changedBy
    ? (people.find((each) => each.id === changedBy)?.name ?? 'Somebody')
    : null
  const taskKey = card ? `${key}-${card.number}` : null
  return (
    <>
      <p className="flex gap-2">
        {taskKey ? (
          <PrefetchLink
            href={routes.task(slug, taskKey)}
            className="shrink-0 text-accent-ink tabular-nums underline"
          >
            {taskKey}
          </PrefetchLink>
        ) : null}
        <span className="min-w-0 wrap-anywhere">
          {field ? <span className="font-medium">{fieldLabel(field)}: </span> : null}
          {message}
        </span>
      </p>
      {personName && changedAt ? (
        <p className="text-muted">
          {personName}, <RelativeTime at={changedAt} />
          {taskKey ? null : (
            <>
              {' · '}
              <PrefetchLink href={routes.history(slug, key)} className="underline">
                History
              </PrefetchLink>
            </>
          )}
        </p>
      ) : null}
    </>
  )
}
