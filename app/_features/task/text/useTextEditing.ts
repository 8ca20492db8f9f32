'use client'

import { useEffect } from 'react'
import { useAnnouncePresence, useConfirmedVersion } from '@/app/_replica/react/projectHooks'
import { toast } from '@/app/_ui/toast'
import type { Task } from '@/domain/task/task'
import { type TextDraft, useStoredDraft } from './useStoredDraft'

export interface TextEditing {
  draft: TextDraft | null
  start: () => void
  change: (text: string) => void
  /** Ends editing after the text was sent, or when nothing changed. */
  finish: () => void
  /** Discards the draft and offers to restore it. */
  discard: () => void
}

/**
 * Editing state of a long text of a task. Remembers the version at which editing began and stores
 * the draft.
 * @param field which text of the task: `description` or a comment's id
 * @param original the text before editing
 */
export function useTextEditing(task: Task, field: string, original: string): TextEditing {
  const [draft, setDraft] = useStoredDraft(`${task.id}.${field}`)
  const version = useConfirmedVersion(task.id)
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

/** Shows others that this person is editing the task while `editing` is true. */
export function usePublishEditing(taskId: string, editing: boolean): void {
  const publishPresence = useAnnouncePresence()
  useEffect(() => {
    if (!editing) return
    publishPresence(taskId, 'editing')
    return () => publishPresence(null)
  }, [publishPresence, taskId, editing])
}
