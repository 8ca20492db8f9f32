'use client'

import { useMemo, useRef } from 'react'
import { v7 as newId } from 'uuid'
import { announce } from '@/app/_ui/LiveRegion'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'

/** A command that was sent from the sheet. */
export interface UndoableCommand {
  projectId: Id
  commandId: Id
}

/**
 * What has been typed into the sheet, cell by cell, to be undone and redone.
 * @param sendUndo undoes one command
 */
export function useTimesheetUndo(
  sendUndo: (projectId: Id, commandId: Id, undoneCommandId: Id) => Promise<CommandResult>,
  onError: (problem: string | null) => void,
  refresh: () => void,
) {
  const undoStack = useRef<UndoableCommand[][]>([])
  const redoStack = useRef<UndoableCommand[][]>([])
  /** Resolves when all that was typed has been answered: only then it is known what can be undone. */
  const answered = useRef<Promise<unknown>>(Promise.resolve())
  const undoInProgress = useRef<Promise<void> | null>(null)
  return useMemo(() => {
    const undoCommands = async (step: UndoableCommand[]): Promise<UndoableCommand[]> => {
      const inverseCommands: UndoableCommand[] = []
      for (const { projectId, commandId: undoneCommandId } of step.toReversed()) {
        const sent = { projectId, commandId: newId() }
        const result = await sendUndo(projectId, sent.commandId, undoneCommandId)
        if (result.rejection) onError(result.rejection.message)
        else inverseCommands.push(sent)
      }
      return inverseCommands
    }
    const undoLastStep = async (isRedo: boolean): Promise<void> => {
      const [from, to] = isRedo ? [redoStack, undoStack] : [undoStack, redoStack]
      // Steps whose commands were all rejected are empty.
      const position = from.current.findLastIndex((each) => each.length > 0)
      const [step] = from.current.splice(Math.max(0, position))
      if (!step || position < 0) {
        announce(isRedo ? 'Nothing to redo.' : 'Nothing to undo.')
        return
      }
      onError(null)
      try {
        to.current.push(await undoCommands(step))
        announce(isRedo ? 'Redone.' : 'Undone.')
      } catch (error) {
        onError((error as Error).message)
      }
      refresh()
    }
    return {
      /** Something was typed; these are its commands. */
      record: (step: UndoableCommand[]) => {
        undoStack.current.push(step)
        redoStack.current.length = 0
      },
      /** Sends what was typed, at once or after a step that is being undone. */
      whenUndone: (send: () => Promise<boolean>, onRejected: () => void) => {
        const sent = undoInProgress.current ? undoInProgress.current.then(send) : send()
        const done = sent.then((isDone) => isDone || onRejected())
        answered.current = Promise.all([answered.current, done])
      },
      /** Undoes the last step, or redoes the last undone one. */
      undoOrRedo: (isRedo: boolean) => {
        const undone = answered.current.then(() => undoLastStep(isRedo))
        undoInProgress.current = undone
        answered.current = undone
        void undone.then(() => {
          if (undoInProgress.current === undone) undoInProgress.current = null
        })
      },
    }
  }, [sendUndo, onError, refresh])
}
