'use client'

import { useEffect, useRef } from 'react'
import { useAnnouncePresence, useIsPending } from '@/app/_replica/react/projectHooks'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'
import { type TextDraft, useStoredDraft } from './useStoredDraft'

export interface TextEditing {
  draft: TextDraft | null
  start: () => void
  change: (text: string) => void
  /** The text has been sent, or there is nothing left to send. */
  finish: () => void
  /** Back to what was; a text that is given up can be taken up again. */
  discard: () => void
}

/**
 * A long text of a task while it is written: remembers the version at which it was begun, and
 * keeps the draft.
 * @param field which text of the task: `description`, a comment's id
 * @param original what the text starts from
 */
export function useTextEditing(task: Task, field: string, original: string): TextEditing {
  const [draft, setDraft] = useStoredDraft(`${task.id}.${field}`)
  const version = useConfirmedVersion(task)
  return {
    draft,
    start: () => setDraft({ text: original, original, baseVersion: version }),
    change: (text) => draft && setDraft({ ...draft, text }),
    finish: () => setDraft(null),
    discard: () => {
      setDraft(null)
      if (!draft?.text.trim() || draft.text === draft.original) return
      toast.success('Draft discarded', { undo: () => setDraft(draft) })
    },
  }
}

/**
 * The version on screen that the server has confirmed. One's own changes that are still on their
 * way do not count as missed, so the version before them is the right base.
 */
export function useConfirmedVersion(task: Task): number {
  const pending = useIsPending(task.id)
  const confirmedVersion = useRef(task.version)
  useEffect(() => {
    if (!pending) confirmedVersion.current = task.version
  }, [pending, task.version])
  return pending ? confirmedVersion.current : task.version
}

/** Shows the others that this person is editing the task, while `editing`. */
export function usePublishEditing(taskId: string, editing: boolean): void {
  const publishPresence = useAnnouncePresence()
  useEffect(() => {
    if (!editing) return
    publishPresence(taskId, 'editing')
    return () => publishPresence(null)
  }, [publishPresence, taskId, editing])
}
