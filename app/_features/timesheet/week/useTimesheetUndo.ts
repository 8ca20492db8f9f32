'use client'

import { type RefObject, useMemo, useRef } from 'react'
import { v7 as newId } from 'uuid'
import { apiClient } from '@/app/_api/apiClient'
import { announce } from '@/app/_ui/LiveRegion'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'

/** A command sent from the timesheet. */
export interface UndoableCommand {
  projectId: Id
  commandId: Id
}

/** Undo and redo of the changes typed into the timesheet, cell by cell. */
export function useTimesheetUndo(
  queue: RefObject<Promise<void>>,
  clientId: Id,
  onResult: (result: CommandResult) => void,
  onError: (problem: string | null) => void,
  refresh: () => void,
) {
  const undoStack = useRef<UndoableCommand[][]>([])
  const redoStack = useRef<UndoableCommand[][]>([])
  return useMemo(() => {
    const undoCommands = async (step: UndoableCommand[]): Promise<UndoableCommand[]> => {
      const inverseCommands: UndoableCommand[] = []
      for (const { projectId, commandId: undoneCommandId } of step.toReversed()) {
        const sent = { projectId, commandId: newId() }
        const result = await apiClient.command.undo.mutate({ ...sent, clientId, undoneCommandId })
        onResult(result as CommandResult)
        if (result.rejection) onError(result.rejection.message)
        else inverseCommands.push(sent)
      }
      return inverseCommands
    }
    return {
      /** Records a change. Its commands are added to `step` as they are created. */
      record: (step: UndoableCommand[]) => {
        undoStack.current.push(step)
        redoStack.current.length = 0
      },
      /** Undoes the last step, or redoes the last undone one. */
      undoOrRedo: (isRedo: boolean) => {
        const [from, to] = isRedo ? [redoStack, undoStack] : [undoStack, redoStack]
        queue.current = queue.current.then(async () => {
          // A step is empty when all its commands were rejected.
          const position = from.current.findLastIndex((each) => each.length > 0)
          const [step] = from.current.splice(Math.max(0, position))
          if (!step || position < 0)
            return announce(isRedo ? 'Nothing to redo.' : 'Nothing to undo.')
          onError(null)
          try {
            to.current.push(await undoCommands(step))
            announce(isRedo ? 'Redone.' : 'Undone.')
          } catch (error) {
            onError((error as Error).message)
          }
          refresh()
        })
      },
    }
  }, [queue, clientId, onResult, onError, refresh])
}
