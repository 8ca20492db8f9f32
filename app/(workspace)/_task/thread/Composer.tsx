'use client'

import { v7 as newId } from 'uuid'
import { useMe, useSend } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { announce } from '@/app/_ui/LiveRegion'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import type { Task } from '@/domain/task/task'
import { LIMITS } from '@/domain/words'
import { TooLong } from '../TooLong'
import { useRefocus } from '../useRefocus'
import { useWriting } from '../useWriting'

/** Where a comment is written; what is not sent stays, also over a reload. */
export function Composer({ task }: { task: Task }) {
  const me = useMe()
  const send = useSend()
  const writing = useWriting(task, 'comment', '')
  const [opener, refocus] = useRefocus()
  const { draft } = writing

  const add = () => {
    const body = draft?.text.trim() ?? ''
    if (body === '' || body.length > LIMITS.comment) return
    send({ type: 'comment.add', taskId: task.id, commentId: newId(), body })
    announce('Comment added')
    writing.done()
    refocus()
  }
  const giveUp = () => {
    writing.giveUp()
    refocus()
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
              onChange={writing.change}
              save="Comment"
              onSave={add}
              onCancel={giveUp}
              placeholder="Write a comment. Markdown works; Ctrl Enter sends."
              autoFocus
            />
            <TooLong length={draft.text.length} most={LIMITS.comment} />
          </>
        ) : (
          <button
            ref={opener}
            type="button"
            onClick={writing.begin}
            className="h-control w-full cursor-text rounded-card border border-edge px-2.5 text-left text-faint hover:border-muted"
          >
            Write a comment…
          </button>
        )}
      </div>
    </div>
  )
}
