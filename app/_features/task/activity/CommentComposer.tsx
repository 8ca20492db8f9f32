'use client'

import { v7 as newId } from 'uuid'
import { useCurrentUser, useSend } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import { announce } from '@/app/_ui/LiveRegion'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { LIMITS } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import { TextTooLong } from '../text/TextTooLong'
import { useRestoreFocus } from '../text/useRestoreFocus'
import { useTextEditing } from '../text/useTextEditing'

/** The form for a new comment. Keeps an unsent draft, also across a reload. */
export function CommentComposer({ task }: { task: Task }) {
  const me = useCurrentUser()
  const send = useSend()
  const editing = useTextEditing(task, 'comment', '')
  const [opener, restoreFocus] = useRestoreFocus()
  const { draft } = editing

  const add = () => {
    const body = draft?.text.trim() ?? ''
    if (body === '' || body.length > LIMITS.comment) return
    send({ type: 'comment.add', taskId: task.id, commentId: newId(), body })
    announce('Comment added')
    editing.finish()
    restoreFocus()
  }
  const discard = () => {
    editing.discard()
    restoreFocus()
  }
  return (
    <div className="mb-4 flex gap-2">
      <span className="pt-1 touch:pt-3">
        <Avatar person={me} size="small" decorative />
      </span>
      <div className="min-w-0 grow">
        {draft ? (
          <>
            <MarkdownEditor
              label="Comment"
              value={draft.text}
              onChange={editing.change}
              saveLabel="Comment"
              onSave={add}
              onCancel={discard}
              placeholder="Write a comment. Markdown works; Ctrl Enter sends."
              autoFocus
            />
            <TextTooLong length={draft.text.length} max={LIMITS.comment} />
          </>
        ) : (
          <button
            ref={opener}
            type="button"
            onClick={editing.start}
            className="h-control w-full cursor-text rounded-card border border-edge px-2.5 text-left text-faint hover:border-muted"
          >
            Write a comment…
          </button>
        )}
      </div>
    </div>
  )
}
