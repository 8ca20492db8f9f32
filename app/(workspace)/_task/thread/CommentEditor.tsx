'use client'

import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { LIMITS } from '@/domain/words'
import { TooLong } from '../TooLong'
import type { Writing } from '../useWriting'

type Props = { writing: Writing; onSave: (body: string, baseVersion: number) => void }

/** Rewrites a comment. */
export function CommentEditor({ writing, onSave }: Props) {
  const { draft } = writing
  if (!draft) return null
  const save = () => {
    const body = draft.text.trim()
    if (body === '' || body.length > LIMITS.comment) return
    writing.done()
    onSave(body, draft.baseVersion)
  }
  return (
    <>
      <MarkdownEditor
        label="Comment"
        value={draft.text}
        onChange={writing.change}
        save="Save"
        onSave={save}
        onCancel={writing.giveUp}
        autoFocus
      />
      <TooLong length={draft.text.length} most={LIMITS.comment} />
    </>
  )
}
