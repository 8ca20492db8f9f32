'use client'

import { Pencil } from 'lucide-react'
import { useSend } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { Markdown } from '@/app/_ui/Markdown'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { toast } from '@/app/_ui/toast'
import type { Answer } from '@/domain/answer'
import type { Task } from '@/domain/task/task'
import { LIMITS } from '@/domain/words'
import { Arrived } from './Arrived'
import { TooLong } from './TooLong'
import type { Arrival } from './useArrivals'
import { useRefocus } from './useRefocus'
import { useTellEditing, useWriting } from './useWriting'

type Props = { task: Task; mayChange: boolean; arrival?: Arrival }

/** The description: read, or written with a preview. What others write meanwhile is merged. */
export function Description({ task, mayChange, arrival }: Props) {
  const send = useSend()
  const writing = useWriting(task, 'description', task.description)
  const { draft } = writing
  useTellEditing(task.id, draft !== null && mayChange)
  const [edit, refocus] = useRefocus()
  const tooLong = (draft?.text.length ?? 0) > LIMITS.description

  const save = () => {
    if (!draft || tooLong) return
    writing.done()
    refocus()
    if (draft.text === draft.from) return
    const { text: description, baseVersion } = draft
    const sent = send({ type: 'task.edit', taskId: task.id, baseVersion, set: { description } })
    void sent.answered.then(sayMerged)
  }
  const giveUp = () => {
    writing.giveUp()
    refocus()
  }

  return (
    <section aria-label="Description" className="relative isolate mt-4">
      {draft && mayChange ? (
        <>
          <MarkdownEditor
            label="Description"
            value={draft.text}
            onChange={writing.change}
            save="Save"
            onSave={save}
            onCancel={giveUp}
            placeholder="What is to be done, and how to see that it is. Markdown works."
            autoFocus
          />
          <TooLong length={draft.text.length} most={LIMITS.description} />
          {draft.from !== task.description ? (
            <p role="status" className="mt-1 text-muted">
              Somebody has changed this text meanwhile. Saving merges your changes into it.
            </p>
          ) : null}
        </>
      ) : task.description ? (
        <>
          <Markdown text={task.description} />
          {mayChange ? (
            <Button
              ref={edit}
              tone="bare"
              size="small"
              className="mt-2 -ml-2"
              icon={<Pencil className="size-3.5" />}
              onClick={writing.begin}
            >
              Edit description
            </Button>
          ) : null}
        </>
      ) : mayChange ? (
        <Button ref={edit} tone="bare" className="-ml-2 px-2 font-normal" onClick={writing.begin}>
          Add a description…
        </Button>
      ) : (
        <p className="text-muted">No description.</p>
      )}
      <Arrived arrival={arrival} />
    </section>
  )
}

function sayMerged(answer: Answer | null): void {
  const met = answer?.missed?.some(
    (event) => event.type === 'task.edited' && event.data.set?.description,
  )
  if (answer?.outcome === 'merged' && met) {
    toast.done('Your text was merged with what others wrote')
  }
}
