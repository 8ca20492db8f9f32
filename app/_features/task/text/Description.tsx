'use client'

import { Pencil } from 'lucide-react'
import { useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Markdown } from '@/app/_ui/Markdown'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { toast } from '@/app/_ui/toast'
import type { CommandResult } from '@/domain/commandResult'
import { LIMITS } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import { RemoteChangeHighlight } from '../remoteChanges/RemoteChangeHighlight'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { TextTooLong } from './TextTooLong'
import { useRestoreFocus } from './useRestoreFocus'
import { usePublishEditing, useTextEditing } from './useTextEditing'

type Props = { task: Task; canEdit: boolean; remoteChange?: RemoteChange }

/** The description, shown or edited with a preview. Merges concurrent changes by others. */
export function Description({ task, canEdit, remoteChange }: Props) {
  const send = useSend()
  const editing = useTextEditing(task, 'description', task.description)
  const { draft } = editing
  usePublishEditing(task.id, draft !== null && canEdit)
  const [editButton, restoreFocus] = useRestoreFocus()
  const isTooLong = (draft?.text.length ?? 0) > LIMITS.description

  const save = () => {
    if (!draft || isTooLong) return
    editing.finish()
    restoreFocus()
    if (draft.text === draft.original) return
    const { text: description, baseVersion } = draft
    const sent = send({ type: 'task.edit', taskId: task.id, baseVersion, set: { description } })
    void sent.result.then(announceMerge)
  }
  const discard = () => {
    editing.discard()
    restoreFocus()
  }

  return (
    <section aria-label="Description" className="relative isolate mt-4">
      {draft && canEdit ? (
        <>
          <MarkdownEditor
            label="Description"
            value={draft.text}
            onChange={editing.change}
            saveLabel="Save"
            onSave={save}
            onCancel={discard}
            placeholder="Describe the task. Markdown is supported."
            autoFocus
          />
          <TextTooLong length={draft.text.length} max={LIMITS.description} />
          {draft.original !== task.description ? (
            <p role="status" className="mt-1 text-muted">
              Somebody has changed this text meanwhile. Saving merges your changes into it.
            </p>
          ) : null}
        </>
      ) : task.description ? (
        <>
          <Markdown text={task.description} />
          {canEdit ? (
            <Button
              ref={editButton}
              tone="ghost"
              size="small"
              className="mt-2 -ml-2"
              icon={<Pencil className="size-3.5" />}
              onClick={editing.start}
            >
              Edit description
            </Button>
          ) : null}
        </>
      ) : canEdit ? (
        <Button
          ref={editButton}
          tone="ghost"
          className="-ml-2 px-2 font-normal"
          onClick={editing.start}
        >
          Add a description…
        </Button>
      ) : (
        <p className="text-muted">No description.</p>
      )}
      <RemoteChangeHighlight change={remoteChange} />
    </section>
  )
}

function announceMerge(result: CommandResult | null): void {
  const hasConcurrentEdit = result?.concurrentEvents?.some(
    (event) => event.type === 'task.edited' && event.data.set?.description,
  )
  if (result?.outcome === 'merged' && hasConcurrentEdit) {
    toast.success('Your text was merged with what others wrote')
  }
}
