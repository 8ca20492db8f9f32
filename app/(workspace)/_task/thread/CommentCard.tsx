'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useMe, usePerson, useSend } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { Markdown } from '@/app/_ui/Markdown'
import { Menu } from '@/app/_ui/Menu'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { exactTime } from '@/app/_ui/relative-time'
import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import { Arrived } from '../Arrived'
import type { Arrival } from '../useArrivals'
import { useTellEditing, useWriting } from '../useWriting'
import { CommentEditor } from './CommentEditor'

type Props = { task: Task; comment: Comment; mayChange: boolean; arrival?: Arrival }

/** One comment; its author may edit and delete it. */
export function CommentCard({ task, comment, mayChange, arrival }: Props) {
  const me = useMe()
  const send = useSend()
  const author = usePerson(comment.author)
  const [deleting, setDeleting] = useState(false)
  const writing = useWriting(task, comment.id, comment.body)
  const name = author?.name ?? '…'
  const own = comment.author === me.id && mayChange
  useTellEditing(task.id, own && writing.draft !== null)
  const on = { taskId: task.id, commentId: comment.id }

  if (comment.deletedAt) {
    return (
      <p className="flex gap-2 pl-6.5 text-faint">
        <span>
          {name} deleted this comment <RelativeTime at={comment.deletedAt} />
        </span>
      </p>
    )
  }
  return (
    <article aria-label={`Comment by ${name}`} className="relative isolate flex gap-2">
      <span className="pt-0.5">
        <Avatar person={author ?? { name: '?', id: comment.author }} size="small" decorative />
      </span>
      <div className="min-w-0 grow">
        <header className="flex min-h-6 items-center gap-1.5 text-muted">
          <span className="truncate font-medium text-text">{name}</span>
          <RelativeTime at={comment.createdAt} className="shrink-0 text-faint" />
          {comment.editedAt ? (
            <span
              className="text-faint"
              data-tip={`Edited ${exactTime(Date.parse(comment.editedAt))}`}
            >
              edited
            </span>
          ) : null}
          <span className="grow" />
          {own && !writing.draft ? (
            <Menu
              label="Your comment"
              align="end"
              groups={[
                {
                  items: [
                    { label: 'Edit', onPick: writing.begin },
                    { label: 'Delete…', danger: true, onPick: () => setDeleting(true) },
                  ],
                },
              ]}
              trigger={
                <IconButton
                  size="small"
                  label="Edit or delete this comment"
                  icon={<Ellipsis className="size-4" />}
                />
              }
            />
          ) : null}
        </header>
        {writing.draft && own ? (
          <CommentEditor
            writing={writing}
            onSave={(body, baseVersion) => send({ type: 'comment.edit', ...on, baseVersion, body })}
          />
        ) : (
          <Markdown text={comment.body} />
        )}
      </div>
      <Arrived arrival={arrival} />
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete this comment?"
        confirm="Delete comment"
        danger
        onConfirm={() => {
          send({ type: 'comment.delete', ...on })
        }}
      >
        Its text leaves the screen for everybody. That it was here stays visible.
      </ConfirmDialog>
    </article>
  )
}
