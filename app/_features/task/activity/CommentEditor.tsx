'use client'

import type { BaseVersion } from '@/app/_replica/replicaTypes'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { LIMITS } from '@/domain/kernel/primitives'
import { TextTooLong } from '../text/TextTooLong'
import type { TextEditing } from '../text/useTextEditing'

type Props = { editing: TextEditing; onSave: (body: string, baseVersion: BaseVersion) => void }

/** Edits a comment. */
export function CommentEditor({ editing, onSave }: Props) {
  const { draft } = editing
  if (!draft) return null
  const save = () => {
    const body = draft.text.trim()
    if (body === '' || body.length > LIMITS.comment) return
    editing.finish()
    onSave(body, draft.baseVersion)
  }
  return (
    <>
      <MarkdownEditor
        label="Comment"
        value={draft.text}
        onChange={editing.change}
        saveLabel="Save"
        onSave={save}
        onCancel={editing.discard}
        autoFocus
      />
      <TextTooLong length={draft.text.length} max={LIMITS.comment} />
    </>
  )
}
