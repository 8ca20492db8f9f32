'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useCurrentUser, usePerson, useSend } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { formatExactTime } from '@/app/_ui/formatRelativeTime'
import { IconButton } from '@/app/_ui/IconButton'
import { Markdown } from '@/app/_ui/Markdown'
import { Menu } from '@/app/_ui/Menu'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import { RemoteChangeHighlight } from '../remoteChanges/RemoteChangeHighlight'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { usePublishEditing, useTextEditing } from '../text/useTextEditing'
import { CommentEditor } from './CommentEditor'

type Props = { task: Task; comment: Comment; canEdit: boolean; remoteChange?: RemoteChange }

/** One comment. Its author may edit and delete it. */
export function CommentCard({ task, comment, canEdit, remoteChange }: Props) {
  const me = useCurrentUser()
  const send = useSend()
  const author = usePerson(comment.author)
  const [isDeleting, setDeleting] = useState(false)
  const editing = useTextEditing(task, comment.id, comment.body)
  const name = author?.name ?? '…'
  const canEditComment = comment.author === me.id && canEdit
  usePublishEditing(task.id, canEditComment && editing.draft !== null)
  const commentIds = { taskId: task.id, commentId: comment.id }

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
              data-tooltip={`Edited ${formatExactTime(Date.parse(comment.editedAt))}`}
            >
              edited
            </span>
          ) : null}
          <span className="grow" />
          {canEditComment && !editing.draft ? (
            <Menu
              label="Your comment"
              align="end"
              groups={[
                {
                  items: [
                    { label: 'Edit', onSelect: editing.start },
                    { label: 'Delete…', danger: true, onSelect: () => setDeleting(true) },
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
        {editing.draft && canEditComment ? (
          <CommentEditor
            editing={editing}
            onSave={(body, baseVersion) =>
              send({ type: 'comment.edit', ...commentIds, baseVersion, body })
            }
          />
        ) : (
          <Markdown text={comment.body} />
        )}
      </div>
      <RemoteChangeHighlight change={remoteChange} />
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setDeleting}
        title="Delete this comment?"
        confirmLabel="Delete comment"
        danger
        onConfirm={() => {
          send({ type: 'comment.delete', ...commentIds })
        }}
      >
        Its text is removed for everybody. The history still shows that there was a comment.
      </ConfirmDialog>
    </article>
  )
}
