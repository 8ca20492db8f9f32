'use client'

import { useMemo, useRef } from 'react'
import { v7 as newId } from 'uuid'
import { announce } from '@/app/_ui/LiveRegion'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'

/** A command that was sent from the timesheet. */
export interface UndoableCommand {
  projectId: Id
  commandId: Id
}

/**
 * Keeps the undo steps of the timesheet, one per cell edit.
 * @param sendUndo undoes one command
 */
export function useTimesheetUndo(
  sendUndo: (projectId: Id, commandId: Id, undoneCommandId: Id) => Promise<CommandResult>,
  onError: (problem: string | null) => void,
  refresh: () => void,
) {
  const undoStack = useRef<UndoableCommand[][]>([])
  const redoStack = useRef<UndoableCommand[][]>([])
  /** Resolves when all commands have a result. Only then is it known which can be undone. */
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
      // A step whose commands were all rejected is empty.
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
      /** Adds a step with the commands of one edit. */
      record: (step: UndoableCommand[]) => {
        undoStack.current.push(step)
        redoStack.current.length = 0
      },
      /** Sends a command at once, or after a running undo. */
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
