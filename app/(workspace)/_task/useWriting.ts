'use client'

import { useEffect, useRef } from 'react'
import { useHold, useIsPending } from '@/app/_client/react/hooks'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'
import { type TextDraft, useStoredDraft } from './useStoredDraft'

export interface Writing {
  draft: TextDraft | null
  begin: () => void
  change: (text: string) => void
  /** The text has been sent, or there is nothing left to send. */
  done: () => void
  /** Back to what was; a text that is given up can be taken up again. */
  giveUp: () => void
}

/**
 * A long text of a task while it is written: remembers the version at which it was begun, and
 * keeps the draft.
 * @param name which text of the task: `description`, a comment's id
 * @param from what the text starts from
 */
export function useWriting(task: Task, name: string, from: string): Writing {
  const [draft, setDraft] = useStoredDraft(`${task.id}.${name}`)
  const version = useSeenVersion(task)
  return {
    draft,
    begin: () => setDraft({ text: from, from, baseVersion: version }),
    change: (text) => draft && setDraft({ ...draft, text }),
    done: () => setDraft(null),
    giveUp: () => {
      setDraft(null)
      if (!draft?.text.trim() || draft.text === draft.from) return
      toast.done('Your text was put aside', { undo: () => setDraft(draft) })
    },
  }
}

/**
 * The version on screen that the server has confirmed. One's own changes that are still on their
 * way do not count as missed, so the version before them is the right base.
 */
export function useSeenVersion(task: Task): number {
  const pending = useIsPending(task.id)
  const seen = useRef(task.version)
  useEffect(() => {
    if (!pending) seen.current = task.version
  }, [pending, task.version])
  return pending ? seen.current : task.version
}

/** Shows the others that this person is editing the task, while `editing`. */
export function useTellEditing(taskId: string, editing: boolean): void {
  const hold = useHold()
  useEffect(() => {
    if (!editing) return
    hold(taskId, 'editing')
    return () => hold(null)
  }, [hold, taskId, editing])
}
