'use client'

import { useEffect, useState } from 'react'
import { registerCommands } from '@/app/_features/palette/registerCommands'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCurrentUser, useOnRejection } from '@/app/_replica/react/projectHooks'
import { isApplied, type UndoStack } from '@/app/_replica/store/undoStack'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { toast } from '@/app/_ui/toast'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Id } from '@/domain/kernel/primitives'
import type { UndoBlocker } from '@/domain/undo/commands'

const UndoBlockedDialog = lazyComponent(() =>
  import('./UndoBlockedDialog').then((module) => module.UndoBlockedDialog),
)

/** A rejected undo and its reason. */
export interface BlockedUndo {
  undoneCommandId: Id
  blockers: UndoBlocker[]
  undoableCount: number
}

/** Undo and redo by keys on every project screen. Reports what blocks an undo. */
export function UndoShortcuts() {
  const { undoStack } = useProjectStore()
  const canChange = useCurrentUser().role !== 'viewer'
  const [blockedUndo, setBlockedUndo] = useState<BlockedUndo | null>(null)
  useOnRejection(({ command, rejection }) => {
    if (command.type !== 'command.undo' || !rejection.undoBlockers) return
    setBlockedUndo({ undoneCommandId: command.undoneCommandId, ...rejection.undoBlockers })
  })
  const undo = (event: KeyboardEvent) => !isTyping(event) && undoStep(undoStack)
  const redo = (event: KeyboardEvent) => !isTyping(event) && redoStep(undoStack)
  useHotkeys({ 'mod+z': undo, 'mod+shift+z': redo, 'mod+y': redo }, canChange)
  useEffect(
    () =>
      registerCommands(() => {
        const commands = [
          { id: 'undo', label: 'Undo', keys: 'Ctrl Z', run: () => undoStep(undoStack) },
          { id: 'redo', label: 'Redo', keys: 'Ctrl Shift Z', run: () => redoStep(undoStack) },
        ]
        return canChange ? [{ title: 'Edit', commands }] : []
      }),
    [undoStack, canChange],
  )
  return blockedUndo ? (
    <UndoBlockedDialog
      key={blockedUndo.undoneCommandId}
      blockedUndo={blockedUndo}
      onClose={() => setBlockedUndo(null)}
    />
  ) : null
}

/** Undoes the last step. Returns false when there is none. */
function undoStep(undoStack: UndoStack): boolean {
  const sent = undoStack.undo()
  void sent?.result.then((result) => {
    if (!isApplied(result)) return
    toast.info('Undone', { action: { label: 'Redo', run: () => redoStep(undoStack) } })
  })
  return sent !== undefined
}

function redoStep(undoStack: UndoStack): boolean {
  const sent = undoStack.redo()
  void sent?.result.then((result) => {
    if (isApplied(result)) toast.success('Redone', { undo: () => undoStep(undoStack) })
  })
  return sent !== undefined
}

const EDITABLE_SELECTOR =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable="true"]'

/** In a text field, the shortcuts belong to the text being typed. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest(EDITABLE_SELECTOR) !== null
